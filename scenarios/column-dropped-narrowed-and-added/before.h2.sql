CREATE TABLE customers (id int NOT NULL, email varchar(60) NOT NULL, name varchar(20), age int, CONSTRAINT customers_pkey PRIMARY KEY (id));
CREATE UNIQUE INDEX customers_email ON customers (email);
CREATE TABLE orders (id int NOT NULL, customer int NOT NULL, total decimal(10,2), CONSTRAINT orders_pkey PRIMARY KEY (id), CONSTRAINT orders_customer FOREIGN KEY (customer) REFERENCES customers (id));
INSERT INTO customers VALUES (1, 'a@x.org', 'Ada', 36), (2, 'b@x.org', 'Bob', NULL), (3, 'c@x.org', 'Cyd', 51);
INSERT INTO orders VALUES (1, 1, 9.50), (2, 1, 12.00), (3, 3, 100.25);
