INSERT INTO places (id, lat, lon, name) VALUES (5, 50.9, 6.9, 'Cologne');
UPDATE places SET lat = 52.52 WHERE id = 1;
DELETE FROM places WHERE id = 4;
