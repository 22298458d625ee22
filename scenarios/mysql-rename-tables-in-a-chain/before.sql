CREATE TABLE a (id int PRIMARY KEY, v varchar(10));
CREATE TABLE b (id int PRIMARY KEY, v varchar(10));
CREATE TABLE c (id int PRIMARY KEY, v varchar(10));
INSERT INTO a VALUES (1,'a1'),(2,'a2');
INSERT INTO b VALUES (1,'b1'),(2,'b2');
INSERT INTO c VALUES (1,'c1');
