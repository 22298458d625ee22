INSERT INTO shapes (w, h) VALUES (10, 10);
UPDATE shapes SET w = 7 WHERE id = 1;
DELETE FROM shapes WHERE id = 2;
