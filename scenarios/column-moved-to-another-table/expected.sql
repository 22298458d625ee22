INSERT INTO orders (total) VALUES (7);
INSERT INTO parcels VALUES (7, 'Carrier 9');
UPDATE parcels SET carrier = 'Carrier 8' WHERE order_id = 1;
DELETE FROM orders WHERE id = 2;
