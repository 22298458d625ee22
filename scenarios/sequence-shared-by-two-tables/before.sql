CREATE SEQUENCE global_no START WITH 100;
CREATE TABLE a (no bigint PRIMARY KEY DEFAULT nextval('global_no'), v text, w text);
CREATE TABLE b (no bigint PRIMARY KEY DEFAULT nextval('global_no'), v text);
INSERT INTO a (v, w) SELECT 'a' || i, 'w' || i FROM generate_series(1, 4) i;
INSERT INTO b (v) SELECT 'b' || i FROM generate_series(1, 4) i;
