INSERT INTO coords (lat, lon) VALUES (-0.12, 51.5);
UPDATE coords SET lon = 0 WHERE id = 1;
DELETE FROM coords WHERE id = 2;
