INSERT INTO notes (body, tag) VALUES ('short and new', 'new');
UPDATE notes SET body = 'edited' WHERE id = 4;
UPDATE notes SET tag = 'only the tag' WHERE id = 6;
DELETE FROM notes WHERE id = 8;
