CREATE TABLE t (id int NOT NULL PRIMARY KEY, secret varchar(10) DEFAULT 'x' INVISIBLE, shown int, hidden int INVISIBLE);
INSERT INTO t (id, secret, shown, hidden) VALUES (1, 'a', 1, 1), (2, NULL, 2, NULL), (3, 'c', NULL, 3);
