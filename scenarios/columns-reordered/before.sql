CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int, b varchar(10) COMMENT 'the b', c date);
INSERT INTO t VALUES (1, 1, 'one', '2024-01-01'), (2, NULL, '', NULL), (3, 3, NULL, '1000-01-01');
