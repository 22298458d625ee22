INSERT INTO bills VALUES (100, '2025-03-03', 1), (101, '2030-01-01', 2);
UPDATE bills SET total = 0 WHERE id = 15;
DELETE FROM bills WHERE id = 16;
