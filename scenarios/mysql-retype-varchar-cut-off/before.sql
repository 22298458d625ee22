CREATE TABLE t (id int PRIMARY KEY, p varchar(40) NOT NULL, v int);
INSERT INTO t VALUES (1,'a rather long name',1),(2,'short',2),(3,'x',3),(5,'another long name',5);
