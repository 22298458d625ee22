INSERT INTO sales (id, day, shop, total) VALUES (5, '2025-01-01', 1, 3.00), (6, '2021-01-01', 2, 0.01);
INSERT INTO sales (id, day, shop, total) VALUES (1, '2026-01-01', 1, 99.00);
INSERT INTO sales (id, day, shop, total) VALUES (7, '2026-01-01', 77, 1.00);
UPDATE sales SET total = 11.00 WHERE id = 2;
DELETE FROM sales WHERE id = 3;
