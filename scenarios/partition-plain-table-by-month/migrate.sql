-- Measurements are kept by month.
ALTER TABLE measurements RENAME TO measurements_old;
ALTER TABLE measurements_old RENAME CONSTRAINT measurements_pkey TO measurements_old_pkey;
ALTER INDEX measurements_sensor_idx RENAME TO measurements_old_sensor_idx;
CREATE TABLE measurements (
    id       bigint NOT NULL DEFAULT nextval('measurements_id_seq'),
    sensor   integer NOT NULL,
    taken_at timestamp NOT NULL,
    value    real,
    PRIMARY KEY (id, taken_at)
) PARTITION BY RANGE (taken_at);
CREATE TABLE measurements_2024_01 PARTITION OF measurements FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
CREATE TABLE measurements_2024_02 PARTITION OF measurements FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
CREATE TABLE measurements_2024_03 PARTITION OF measurements FOR VALUES FROM ('2024-03-01') TO ('2024-04-01');
CREATE TABLE measurements_default PARTITION OF measurements DEFAULT;
INSERT INTO measurements SELECT * FROM measurements_old;
ALTER SEQUENCE measurements_id_seq OWNED BY measurements.id;
DROP TABLE measurements_old;
CREATE INDEX measurements_sensor_idx ON measurements (sensor, taken_at DESC);
