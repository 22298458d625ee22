INSERT INTO places (id, lon, lat, name) VALUES (5, 50.9, 6.9, 'Cologne');
UPDATE places SET lon = 52.52 WHERE id = 1;
DELETE FROM places WHERE id = 4;
