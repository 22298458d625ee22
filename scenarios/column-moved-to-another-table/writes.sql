INSERT INTO orders (total) VALUES (7);
INSERT INTO parcels VALUES (7, 'Carrier 9', 700);
UPDATE parcels SET weight = 1, carrier = 'Carrier 8' WHERE order_id = 1;
DELETE FROM orders WHERE id = 2;
