INSERT INTO customers (email, city) VALUES ('d@x', 'Wels');
INSERT INTO orders (customer, placed, total) VALUES (4, '2024-02-02', 4.00);
UPDATE orders SET total = 2.00 WHERE id = 2;
DELETE FROM customers WHERE id = 3;
