CREATE TABLE codes (id int PRIMARY KEY, code varchar(10), v int);
INSERT INTO codes VALUES (1,'007',1),(2,'42',2),(3,NULL,3),(4,'0',4);
