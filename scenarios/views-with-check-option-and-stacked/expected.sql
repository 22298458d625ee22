INSERT INTO items VALUES (4, 8, 0);
UPDATE items SET price = 6 WHERE id = 3;
DELETE FROM items WHERE id = 1;
