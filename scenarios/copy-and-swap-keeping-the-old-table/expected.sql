INSERT INTO visits (page, ms) VALUES ('/new', 1);
UPDATE visits SET ms = 0 WHERE id = 1;
DELETE FROM visits WHERE id = 2;
