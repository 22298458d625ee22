INSERT INTO boxes (w, h) VALUES (10, 10);
UPDATE boxes SET w = 7 WHERE id = 1;
DELETE FROM boxes WHERE id = 2;
