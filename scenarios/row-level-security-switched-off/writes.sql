INSERT INTO notes VALUES (9, 1, 'Note 9');
UPDATE notes SET body = 'Changed' WHERE id = 1;
DELETE FROM notes WHERE id = 2;
