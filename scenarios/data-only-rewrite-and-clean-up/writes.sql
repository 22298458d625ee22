INSERT INTO prices VALUES ('SKU 99', 9.99, 'EUR', NULL);
UPDATE prices SET net = 77 WHERE sku = 'SKU 4';
DELETE FROM prices WHERE sku = 'SKU 5';
