CREATE TABLE meters (id integer PRIMARY KEY, total integer NOT NULL DEFAULT 0, small smallint);
CREATE TABLE ticks (meter_id integer NOT NULL REFERENCES meters ON DELETE CASCADE, no integer, PRIMARY KEY (meter_id, no));
INSERT INTO meters VALUES (1, 2147483647, 32767), (2, -2147483648, -32768), (3, 0, NULL), (4, 5, 5);
INSERT INTO ticks SELECT i, n FROM generate_series(1, 4) i, generate_series(1, 2) n;
