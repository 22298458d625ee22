INSERT INTO trips (note, start_at, end_at) VALUES ('Late', '2024-12-24', '2024-12-26');
UPDATE trips SET km = 999 WHERE id = 3;
DELETE FROM trips WHERE id = 4;
