CREATE UNLOGGED TABLE cache (k text PRIMARY KEY, v bytea, hits integer NOT NULL DEFAULT 0) WITH (fillfactor = 50);
CREATE TABLE store (k text PRIMARY KEY, v text);
CREATE UNLOGGED TABLE scratch (id integer, junk text);
INSERT INTO cache SELECT 'k' || i, decode(md5(i::text), 'hex'), i FROM generate_series(1, 6) i;
INSERT INTO store SELECT 'k' || i, 'v' || i FROM generate_series(1, 6) i;
INSERT INTO scratch VALUES (1, 'a'), (1, 'a'), (2, NULL);
