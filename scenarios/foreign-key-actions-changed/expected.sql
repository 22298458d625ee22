DELETE FROM members WHERE id = 3;
DELETE FROM teams WHERE id = 2;
INSERT INTO members VALUES (4, 1, 2), (5, NULL, 5);
UPDATE members SET team = NULL WHERE id = 2;
