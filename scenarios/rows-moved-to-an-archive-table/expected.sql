-- The rows that the migration itself removed come back, those that the application deleted do not.
INSERT INTO orders (day, total) VALUES ('2024-12-01', 1);
UPDATE orders SET total = 0 WHERE id = 15;
DELETE FROM orders WHERE id = 14;
