UPDATE members SET code = 'A2' WHERE id = 2;
UPDATE members SET low = 4 WHERE id = 4;
UPDATE members SET boss = NULL WHERE id = 6;
DELETE FROM members WHERE id = 6;
DELETE FROM members WHERE id = 3;
DELETE FROM members WHERE id = 7;
DELETE FROM teams WHERE id = 3;
INSERT INTO members VALUES (9, 'c', 1, 0, 1, NULL);
