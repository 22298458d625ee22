CREATE TABLE t (id int PRIMARY KEY, p int NOT NULL, v int);
INSERT INTO t VALUES (1,3,1),(2,4,2),(3,1,3),(5,0,5);
