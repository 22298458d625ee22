CREATE TABLE t (id int PRIMARY KEY, p enum('open','done','gone') NOT NULL, v int);
INSERT INTO t VALUES (1,'gone',1),(2,'done',2),(3,'open',3),(5,'open',5);
