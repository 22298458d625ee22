CREATE TABLE prices (id int PRIMARY KEY, p decimal(10,2), v int);
INSERT INTO prices VALUES (1,9.99,1),(2,-0.50,2),(3,NULL,3),(4,100.00,4);
