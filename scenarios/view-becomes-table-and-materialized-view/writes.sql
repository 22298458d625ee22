INSERT INTO sales (shop, amount) VALUES (7, 70);
INSERT INTO totals VALUES (7, 70);
UPDATE sales SET amount = 0 WHERE id = 1;
DELETE FROM sales WHERE id = 2;
