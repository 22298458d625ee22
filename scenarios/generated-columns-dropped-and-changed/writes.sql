INSERT INTO boxes (id, w, h) VALUES (4, 4, 4);
UPDATE boxes SET w = 11 WHERE id = 2;
DELETE FROM boxes WHERE id = 1;
