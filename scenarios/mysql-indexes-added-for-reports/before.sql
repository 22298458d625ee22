CREATE TABLE customers (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, email varchar(60) NOT NULL, city varchar(30));
CREATE TABLE orders (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, customer int NOT NULL, placed date NOT NULL, total decimal(10,2), KEY orders_customer (customer), CONSTRAINT orders_customer FOREIGN KEY (customer) REFERENCES customers (id) ON DELETE CASCADE);
INSERT INTO customers (email, city) VALUES ('a@x', 'Linz'), ('b@x', NULL), ('c@x', 'Graz');
INSERT INTO orders (customer, placed, total) VALUES (1, '2024-01-01', 1.00), (2, '2024-01-02', NULL), (3, '2024-01-03', 3.00);
