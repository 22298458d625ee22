CREATE TABLE price (id int NOT NULL, amount int, PRIMARY KEY (id));
INSERT INTO price VALUES (1,10),(2,20);
