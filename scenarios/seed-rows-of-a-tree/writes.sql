INSERT INTO products VALUES (4, 11, NULL, 'Go');
INSERT INTO products VALUES (60, 2, 51, 'crown');
INSERT INTO categories VALUES (30, 13, 'tarot');
UPDATE categories SET name = 'sound' WHERE id = 3;
DELETE FROM products WHERE id = 3;
