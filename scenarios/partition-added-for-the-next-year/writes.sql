INSERT INTO bills VALUES (100, '2024-12-31', 1), (101, '2025-01-01', 2), (102, '2025-06-01', 3);
UPDATE bills SET total = 0 WHERE id = 1;
DELETE FROM bills WHERE id = 2;
