CREATE TABLE devices (
    id     serial PRIMARY KEY,
    serial varchar(30) NOT NULL UNIQUE
);
CREATE TABLE readings (
    id        serial PRIMARY KEY,
    device_id integer NOT NULL REFERENCES devices,
    value     double precision
);
CREATE TABLE alarms (
    device_id integer REFERENCES devices ON DELETE CASCADE,
    no        smallint,
    text      text,
    PRIMARY KEY (device_id, no)
);
INSERT INTO devices (serial) SELECT 'SN' || i FROM generate_series(1, 5) i;
INSERT INTO readings (device_id, value) SELECT 1 + i % 5, i / 7.0 FROM generate_series(1, 20) i;
INSERT INTO readings (device_id, value) VALUES (1, 'NaN'), (2, '-Infinity'), (3, NULL), (4, 1e-307), (5, -0.0);
INSERT INTO alarms SELECT 1 + i % 5, i, 'alarm ' || i FROM generate_series(1, 7) i;
