INSERT INTO customers (id, email, name) VALUES (4, 'd@x.org', 'Dan');
UPDATE customers SET name = 'Robert' WHERE id = 2;
INSERT INTO orders VALUES (4, 4, 1.00);
DELETE FROM orders WHERE id = 2;
