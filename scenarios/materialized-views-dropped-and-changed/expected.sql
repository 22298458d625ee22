INSERT INTO sales (day, amount) VALUES ('2024-02-01', 1000);
UPDATE sales SET amount = 0 WHERE id = 1;
DELETE FROM sales WHERE id = 2;
