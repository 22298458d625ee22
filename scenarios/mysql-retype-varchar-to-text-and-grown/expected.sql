INSERT INTO notes VALUES (5,REPEAT('y',20));
UPDATE notes SET body = 'two' WHERE id = 2;
DELETE FROM notes WHERE id = 3;
