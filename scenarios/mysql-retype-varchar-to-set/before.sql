CREATE TABLE t (id int PRIMARY KEY, p varchar(40) NOT NULL, v int);
INSERT INTO t VALUES (1,'B,a',1),(2,'c',2),(3,'a',3),(5,'',5);
