INSERT INTO product (code, v) VALUES ('d',4);
INSERT INTO child VALUES (3,43);
UPDATE product SET v = 20 WHERE code = 'b';
DELETE FROM product WHERE code = 'c';
