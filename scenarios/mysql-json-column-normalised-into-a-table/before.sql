CREATE TABLE orders (id int PRIMARY KEY, customer varchar(20), items json);
INSERT INTO orders VALUES (1,'Ada','[{"n": 1, "sku": "a"}, {"n": 2, "sku": "b"}]'),(2,'Bob','[]'),(3,'Cyd',NULL);
