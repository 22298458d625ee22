CREATE TABLE meters (id integer PRIMARY KEY, total integer NOT NULL DEFAULT 0, small smallint);
CREATE TABLE ticks (meter_id integer NOT NULL CONSTRAINT ticks_meter_id_fkey REFERENCES meters ON DELETE CASCADE, no integer, CONSTRAINT ticks_pkey PRIMARY KEY (meter_id, no));
INSERT INTO meters VALUES (1, 2147483647, 32767), (2, -2147483648, -32768), (3, 0, NULL), (4, 5, 5);
INSERT INTO ticks SELECT i, n FROM (SELECT CAST(x AS integer) AS i FROM SYSTEM_RANGE(1, 4)) s, (SELECT CAST(x AS integer) AS n FROM SYSTEM_RANGE(1, 2)) s;
