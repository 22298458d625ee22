CREATE TABLE d (id int PRIMARY KEY, n varchar(20) NOT NULL, v int) CHARACTER SET latin1;
INSERT INTO d VALUES (1,'café',1),(2,'b',2),(3,'c',3);
