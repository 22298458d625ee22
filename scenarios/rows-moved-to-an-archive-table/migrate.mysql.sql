-- Orders before 2023 move to the archive.
CREATE TABLE orders_archive LIKE orders;
INSERT INTO orders_archive SELECT * FROM orders WHERE day < '2023-01-01';
DELETE FROM orders WHERE day < '2023-01-01';
ALTER TABLE orders ADD CONSTRAINT orders_day_check CHECK (day >= '2023-01-01');
