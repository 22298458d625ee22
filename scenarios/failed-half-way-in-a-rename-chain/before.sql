CREATE TABLE sensors (id serial PRIMARY KEY, name text NOT NULL, unit varchar(5) DEFAULT 'C');
CREATE TABLE readings (sensor_id integer REFERENCES sensors ON DELETE CASCADE, no integer, v real, PRIMARY KEY (sensor_id, no));
INSERT INTO sensors (name, unit) SELECT 'Sensor ' || i, CASE WHEN i % 2 = 0 THEN 'F' ELSE 'C' END FROM generate_series(1, 5) i;
INSERT INTO readings SELECT s, n, s + n / 10.0 FROM generate_series(1, 5) s, generate_series(1, 3) n;
