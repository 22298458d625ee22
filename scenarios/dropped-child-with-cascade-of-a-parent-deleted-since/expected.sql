INSERT INTO carts (owner) VALUES ('Owner 5');
UPDATE carts SET owner = 'Renamed' WHERE id = 1;
DELETE FROM carts WHERE id = 3;
