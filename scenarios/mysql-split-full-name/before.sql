CREATE TABLE people (id int AUTO_INCREMENT PRIMARY KEY, full_name varchar(60) NOT NULL DEFAULT '');
INSERT INTO people (full_name) VALUES ('Ada Lovelace'),('Bob'),('Cyd  Charisse');
