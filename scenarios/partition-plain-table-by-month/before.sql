CREATE TABLE measurements (
    id       bigserial PRIMARY KEY,
    sensor   integer NOT NULL,
    taken_at timestamp NOT NULL,
    value    real
);
CREATE INDEX measurements_sensor_idx ON measurements (sensor, taken_at DESC);
COMMENT ON TABLE measurements IS 'Raw values';
INSERT INTO measurements (sensor, taken_at, value)
SELECT i % 3, timestamp '2024-01-15' + i * interval '3 days 4 hours', i * 0.1 FROM generate_series(1, 24) i;
