CREATE TABLE t (id int PRIMARY KEY, p enum('open','done','gone') NOT NULL, v int);
INSERT INTO t VALUES (1,'open',1),(2,'done',2),(3,'gone',3),(5,'gone',5);
