INSERT INTO keep VALUES (6, 'v6');
UPDATE keep SET v = 'changed' WHERE id = 1;
DELETE FROM keep WHERE id = 5;
