INSERT INTO pets (kind, name) VALUES ('dog', 'Dog 6');
UPDATE pets SET name = 'Renamed' WHERE kind = 'cat' AND old_id = 1;
DELETE FROM pets WHERE kind = 'dog' AND old_id = 1;
