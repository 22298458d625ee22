INSERT INTO docs VALUES (7, 'Doc 7', 5);
UPDATE docs SET title = 'Renamed' WHERE id = 1;
DELETE FROM docs WHERE id = 2;
