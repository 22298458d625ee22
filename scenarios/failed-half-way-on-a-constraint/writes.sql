INSERT INTO offers (price, title) VALUES (20, 'Twenty');
UPDATE offers SET price = 11 WHERE id = 1;
DELETE FROM offers WHERE id = 3;
