INSERT INTO coords (lat, lon) VALUES (51.5, -0.12);
UPDATE coords SET lat = 0 WHERE id = 1;
DELETE FROM coords WHERE id = 2;
