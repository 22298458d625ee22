INSERT INTO orders (day, total) VALUES ('2024-12-01', 1);
UPDATE orders SET total = 0 WHERE id = 15;
DELETE FROM orders WHERE id = 14;
