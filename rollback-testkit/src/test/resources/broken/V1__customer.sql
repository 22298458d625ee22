CREATE TABLE customer (id int PRIMARY KEY, name varchar(60) NOT NULL, mail varchar(80));
INSERT INTO customer VALUES (1, 'Ann', 'ann@x');
