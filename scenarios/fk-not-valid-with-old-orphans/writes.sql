INSERT INTO pets VALUES (13, 2, 'Barking');
UPDATE pets SET name = 'Renamed' WHERE id = 6;
DELETE FROM pets WHERE id = 5;
DELETE FROM pets WHERE id = 12;
