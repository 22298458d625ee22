INSERT INTO sales (region, amount) VALUES ('east', 60);
UPDATE sales SET amount = 101 WHERE id = 1;
DELETE FROM sales WHERE id = 10;
