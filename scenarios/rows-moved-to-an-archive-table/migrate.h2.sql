-- Orders before 2023 move to the archive.
CREATE TABLE orders_archive AS SELECT * FROM orders WHERE day < DATE '2023-01-01';
DELETE FROM orders WHERE day < DATE '2023-01-01';
ALTER TABLE orders ADD CONSTRAINT orders_day_check CHECK (day >= DATE '2023-01-01');
