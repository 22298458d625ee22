CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, PRIMARY KEY (a, b), KEY old_name (c), KEY both_ways (c, b DESC));
INSERT INTO t VALUES (1, 1, 1), (1, 2, NULL), (2, 1, 3);
