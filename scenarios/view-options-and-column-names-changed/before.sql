CREATE TABLE base (id integer PRIMARY KEY, a text, b integer NOT NULL DEFAULT 0);
CREATE VIEW open_base WITH (security_barrier = true) AS SELECT id, a, b FROM base WHERE b < 100 WITH CASCADED CHECK OPTION;
CREATE VIEW names AS SELECT id, a AS name FROM base;
CREATE VIEW gone AS SELECT count(*) AS n FROM base;
GRANT SELECT ON gone TO PUBLIC;
INSERT INTO base SELECT i, 'a' || i, i * 20 FROM generate_series(1, 8) i;
