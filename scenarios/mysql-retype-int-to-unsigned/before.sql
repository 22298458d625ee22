CREATE TABLE t (id int PRIMARY KEY, p int NOT NULL, v int);
INSERT INTO t VALUES (1,5,1),(2,0,2),(3,7,3),(5,9,5);
