CREATE TABLE t (id int PRIMARY KEY, a varchar(20), b int);
INSERT INTO t VALUES (1,'x',1),(2,'y',2),(3,'z',3);
