-- A release that only brings rows of two trees, two of which point to each other and one to itself
INSERT INTO categories VALUES (10, 1, 'games');
INSERT INTO categories VALUES (11, 10, 'board games');
INSERT INTO categories VALUES (12, 11, 'chess');
INSERT INTO categories VALUES (13, 10, 'cards');
INSERT INTO categories VALUES (14, 10, 'darts');
INSERT INTO categories VALUES (20, NULL, 'itself');
INSERT INTO categories VALUES (21, 20, 'one');
INSERT INTO categories VALUES (22, 21, 'other');
UPDATE categories SET up = 20 WHERE id = 20;
UPDATE categories SET up = 22 WHERE id = 21;
INSERT INTO products VALUES (50, 12, NULL, 'chess set');
INSERT INTO products VALUES (51, 12, 50, 'king');
INSERT INTO products VALUES (52, 13, 51, 'queen');
INSERT INTO products VALUES (53, 14, 50, 'board');
