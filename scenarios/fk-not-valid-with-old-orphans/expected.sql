INSERT INTO pets VALUES (13, 2, 'cat', 'Barking');
-- Pet 6 is an old orphan: the update does not touch its key, so even the old schema accepts it.
UPDATE pets SET name = 'Renamed' WHERE id = 6;
DELETE FROM pets WHERE id = 5;
DELETE FROM pets WHERE id = 12;
