INSERT INTO orders VALUES (4,'Dan',NULL);
UPDATE orders SET customer = 'Robert' WHERE id = 2;
DELETE FROM orders WHERE id = 3;
