INSERT INTO c VALUES (4, NULL, 'new');
UPDATE c SET note = 'yy' WHERE id = 2;
DELETE FROM c WHERE id = 1;
