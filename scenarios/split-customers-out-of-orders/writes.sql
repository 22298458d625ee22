INSERT INTO customers (name, email) VALUES ('Late Comer', 'late@example.com');
INSERT INTO orders (total, customer_id) SELECT 55.55, id FROM customers WHERE email = 'late@example.com';
UPDATE orders SET total = 0.01 WHERE id = 4;
UPDATE customers SET email = 'new@example.com' WHERE name = 'Name 1';
DELETE FROM orders WHERE id = 16;
