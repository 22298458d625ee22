CREATE TABLE docs (id int PRIMARY KEY, d longtext, v int);
INSERT INTO docs VALUES (1,'{"b":1,   "a":2}',1),(2,'[1,2]',2),(3,NULL,3),(4,'"x"',4);
