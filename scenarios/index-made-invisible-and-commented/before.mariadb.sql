CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int, b int, KEY ka (a) COMMENT 'for reports', KEY kb (b) IGNORED);
INSERT INTO t VALUES (1, 1, 1), (2, 2, NULL), (3, NULL, 3);
