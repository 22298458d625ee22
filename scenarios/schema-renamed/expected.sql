INSERT INTO shop.goods (name) VALUES ('Good 7');
UPDATE shop.goods SET name = 'Better' WHERE id = 1;
DELETE FROM shop.goods WHERE id = 2;
