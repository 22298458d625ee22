INSERT INTO items (qty) VALUES (100);
UPDATE items SET qty = qty + 1 WHERE id = 1;
DELETE FROM items WHERE id = 2;
