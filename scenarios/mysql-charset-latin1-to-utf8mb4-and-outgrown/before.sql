CREATE TABLE names (id int PRIMARY KEY, n varchar(20) NOT NULL) CHARACTER SET latin1;
INSERT INTO names VALUES (1,'café'),(2,'€'),(3,'plain');
