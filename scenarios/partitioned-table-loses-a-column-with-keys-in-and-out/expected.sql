INSERT INTO shops VALUES (4, 'Shop 4');
INSERT INTO sales (id, day, shop_id, total) VALUES (19, '2024-12-31', 4, NULL);
INSERT INTO refunds VALUES (19, '2024-12-31', 'late');
UPDATE sales SET total = 500 WHERE id = 1;
DELETE FROM sales WHERE id = 5;
