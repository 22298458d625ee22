CREATE TABLE t (id int PRIMARY KEY, p varchar(40) NOT NULL, v int);
INSERT INTO t VALUES (1,'日本 café',1),(2,'plain',2),(3,'x',3),(5,'€ 😀',5);
