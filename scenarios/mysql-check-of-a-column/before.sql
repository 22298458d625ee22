CREATE TABLE stock (id int NOT NULL PRIMARY KEY, n int CHECK (n > 0), m varchar(10));
INSERT INTO stock VALUES (1, 1, 'a'), (2, 2, NULL), (3, NULL, 'c');
