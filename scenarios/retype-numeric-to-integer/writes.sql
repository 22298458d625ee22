INSERT INTO parts VALUES ('NEW', 12, 0.5);
UPDATE parts SET price = 7 WHERE sku = 'SKU1';
UPDATE parts SET weight = 2.5 WHERE sku = 'BIG';
DELETE FROM parts WHERE sku = 'SKU9';
