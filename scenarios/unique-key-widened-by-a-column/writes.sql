INSERT INTO stock (sku, site, qty) VALUES ('S9', 2, 1), ('S1', 2, 7);
UPDATE stock SET qty = 0 WHERE id = 1;
DELETE FROM stock WHERE id = 2;
