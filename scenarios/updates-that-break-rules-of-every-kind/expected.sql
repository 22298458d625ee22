UPDATE slots SET title = 'uno' WHERE id = 1;
UPDATE slots SET title = 'due' WHERE id = 2;
DELETE FROM slots WHERE id = 6;
UPDATE readings SET lot = 7 WHERE id = 1;
UPDATE readings SET n = 20 WHERE id = 2;
UPDATE tags SET tag = 'bb' WHERE slot = 2;
DELETE FROM tags WHERE slot = 1;
