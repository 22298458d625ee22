CREATE TABLE p (id int PRIMARY KEY, v varchar(5));
INSERT INTO p VALUES (1,'a'),(2,'b');
