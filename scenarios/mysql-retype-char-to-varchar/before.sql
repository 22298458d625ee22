CREATE TABLE t (id int PRIMARY KEY, p char(10) NOT NULL, v int);
INSERT INTO t VALUES (1,'a',1),(2,'b c',2),(3,'x',3),(5,'',5);
