-- What later rows point to stays, with all that is above it.
INSERT INTO categories VALUES (10, 1, 'games');
INSERT INTO categories VALUES (11, 10, 'board games');
INSERT INTO categories VALUES (12, 11, 'chess');
INSERT INTO categories VALUES (13, 10, 'cards');
INSERT INTO products VALUES (50, 12, NULL, 'chess set');
INSERT INTO products VALUES (51, 12, 50, 'king');
INSERT INTO products VALUES (4, 11, NULL, 'Go');
INSERT INTO products VALUES (60, 2, 51, 'crown');
INSERT INTO categories VALUES (30, 13, 'tarot');
UPDATE categories SET name = 'sound' WHERE id = 3;
DELETE FROM products WHERE id = 3;
