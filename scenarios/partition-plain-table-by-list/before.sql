CREATE TABLE people (id int NOT NULL, country char(2) NOT NULL, name varchar(40), PRIMARY KEY (id, country), KEY people_name (name));
INSERT INTO people VALUES (1, 'AT', 'Ada'), (2, 'DE', 'Bob'), (3, 'CH', NULL);
