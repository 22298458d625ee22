INSERT INTO stock VALUES ('S6', 6);
UPDATE stock SET qty = 0 WHERE sku = 'S1';
DELETE FROM stock WHERE sku = 'S2';
