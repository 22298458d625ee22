CREATE TABLE t (id int PRIMARY KEY, p varbinary(40), v int);
INSERT INTO t VALUES (1,'caf\xc3\xa9',1),(2,'plain',2),(3,'x',3),(5,NULL,5);
