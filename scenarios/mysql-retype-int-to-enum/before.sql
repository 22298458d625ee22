CREATE TABLE t (id int PRIMARY KEY, p int NOT NULL, v int);
INSERT INTO t VALUES (1,1,1),(2,3,2),(3,2,3),(5,2,5);
