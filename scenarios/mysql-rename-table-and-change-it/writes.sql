INSERT INTO `product-line` (code, v) VALUES ('d',4);
INSERT INTO c VALUES (3,43);
UPDATE `product-line` SET v = 20 WHERE code = 'b';
DELETE FROM `product-line` WHERE code = 'c';
