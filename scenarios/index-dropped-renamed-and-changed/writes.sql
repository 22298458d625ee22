INSERT INTO hits (path, at, code) VALUES ('/new', '2024-02-01 00:00:00+00', 200);
UPDATE hits SET code = 404 WHERE id = 5;
DELETE FROM hits WHERE id = 6;
