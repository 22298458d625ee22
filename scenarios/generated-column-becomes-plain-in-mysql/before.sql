CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int, twice int GENERATED ALWAYS AS (a * 2) STORED, KEY t_twice (twice));
INSERT INTO t (id, a) VALUES (1, 1), (2, NULL), (3, 3);
