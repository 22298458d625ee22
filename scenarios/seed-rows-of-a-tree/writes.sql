INSERT INTO products VALUES (4, 11, 'Go');
INSERT INTO categories VALUES (30, 13, 'tarot');
UPDATE categories SET name = 'sound' WHERE id = 3;
DELETE FROM products WHERE id = 3;
