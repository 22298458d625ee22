UPDATE members SET low = -5, high = 20 WHERE id = 1;
UPDATE members SET code = 'A2', high = NULL WHERE id = 2;
UPDATE members SET code = 'a' WHERE id = 3;
INSERT INTO members VALUES (9, 'c', 1, 0, 1, NULL), (10, 'j', 77, 0, 1, NULL);
UPDATE members SET team = 78, low = 4 WHERE id = 4;
UPDATE members SET code = 'g' WHERE id = 5;
UPDATE members SET boss = 99 WHERE id = 6;
UPDATE members SET team = 79 WHERE id = 7;
DELETE FROM teams WHERE id = 3;
