INSERT INTO orders VALUES (4,'Dan');
INSERT INTO items VALUES (4,1,'c',5);
UPDATE orders SET customer = 'Robert' WHERE id = 2;
DELETE FROM orders WHERE id = 3;
