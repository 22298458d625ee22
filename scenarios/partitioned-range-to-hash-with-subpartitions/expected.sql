INSERT INTO orders VALUES (100, 2024, 'eu', 1), (101, 2023, 'au', 2);
UPDATE orders SET total = 0, region = 'us' WHERE id = 3;
DELETE FROM orders WHERE id = 4;
