INSERT INTO items (box_id, weight) VALUES (1, 100);
UPDATE items SET weight = 50 WHERE id = 2;
DELETE FROM items WHERE id = 3;
