INSERT INTO customers (id, email, name, phone) VALUES (4, 'd@x.org', 'Dan', '555'), (5, 'e@x.org', 'Eve with a name of more than twenty letters', NULL);
UPDATE customers SET name = 'Robert' WHERE id = 2;
INSERT INTO orders VALUES (4, 4, 1.00);
DELETE FROM orders WHERE id = 2;
