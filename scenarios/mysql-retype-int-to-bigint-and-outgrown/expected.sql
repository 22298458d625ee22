INSERT INTO parts VALUES (6,77,'ok');
UPDATE parts SET label = 'first' WHERE id = 1;
DELETE FROM parts WHERE id = 4;
