-- What later rows point to stays, with all that is above it.
INSERT INTO categories VALUES (10, 1, 'games');
INSERT INTO categories VALUES (11, 10, 'board games');
INSERT INTO categories VALUES (13, 10, 'cards');
INSERT INTO products VALUES (4, 11, 'Go');
INSERT INTO categories VALUES (30, 13, 'tarot');
UPDATE categories SET name = 'sound' WHERE id = 3;
DELETE FROM products WHERE id = 3;
