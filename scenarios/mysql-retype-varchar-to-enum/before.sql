CREATE TABLE tasks (id int PRIMARY KEY, state varchar(30) NOT NULL, v int);
INSERT INTO tasks VALUES (1,'OPEN',1),(2,'done',2),(3,'open',3);
