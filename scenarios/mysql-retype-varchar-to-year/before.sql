CREATE TABLE t (id int PRIMARY KEY, p varchar(10), v int);
INSERT INTO t VALUES (1,'1999',1),(2,'2024',2),(3,'2000',3),(5,NULL,5);
