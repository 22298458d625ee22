INSERT INTO tracks (artist, title) VALUES ('Artist 9', 'Track 13');
UPDATE tracks SET title = 'Remix' WHERE id = 1;
DELETE FROM tracks WHERE id = 2;
