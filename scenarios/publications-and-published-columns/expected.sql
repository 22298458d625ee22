INSERT INTO pub_orders VALUES (7, 'us', 70);
UPDATE pub_orders SET total = 1 WHERE id = 1;
DELETE FROM pub_orders WHERE id = 2;
