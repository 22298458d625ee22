INSERT INTO stock (sku, site, qty) VALUES ('S9', 2, 1);
SELECT nextval('stock_id_seq');
UPDATE stock SET qty = 0 WHERE id = 1;
DELETE FROM stock WHERE id = 2;
