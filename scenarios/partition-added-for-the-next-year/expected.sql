INSERT INTO bills VALUES (100, '2024-12-31', 1);
UPDATE bills SET total = 0 WHERE id = 1;
DELETE FROM bills WHERE id = 2;
