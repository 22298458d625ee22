CREATE TABLE t (id int PRIMARY KEY, p tinyint(1) NOT NULL DEFAULT 1, v int);
INSERT INTO t VALUES (1,1,1),(2,0,2),(3,1,3),(5,0,5);
