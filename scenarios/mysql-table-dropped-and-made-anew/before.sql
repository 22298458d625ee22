CREATE TABLE a (id int PRIMARY KEY, v varchar(10));
INSERT INTO a VALUES (1,'a1'),(2,'a2'),(3,'a3');
