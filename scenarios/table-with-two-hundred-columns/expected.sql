INSERT INTO wide (id, c1, c2) VALUES (6, 'new', 6.5);
UPDATE wide SET c199 = true, c4 = -4 WHERE id = 1;
DELETE FROM wide WHERE id = 2;
