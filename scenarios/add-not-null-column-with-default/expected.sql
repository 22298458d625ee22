INSERT INTO orders (reference, placed_at) VALUES ('R-10001', '2024-02-01 00:00:00+00');
UPDATE orders SET reference = 'R-00008-B' WHERE id = 8;
DELETE FROM orders WHERE id > 18 AND id <= 20;
