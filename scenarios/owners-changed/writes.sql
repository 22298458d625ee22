INSERT INTO things (level, name) VALUES ('low', 'Thing 7');
UPDATE things SET name = 'Renamed' WHERE id = 1;
DELETE FROM things WHERE id = 2;
