CREATE TABLE t (id int PRIMARY KEY, p json, v int);
INSERT INTO t VALUES (1,'{"b": 1, "a": [1, 2]}',1),(2,'[]',2),(3,'3',3),(5,NULL,5);
