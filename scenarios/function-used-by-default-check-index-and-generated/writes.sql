INSERT INTO pages (title, code) VALUES ('New & fine', 'N1'), ('bad', 'N2');
UPDATE pages SET title = 'Other Page' WHERE id = 1;
DELETE FROM pages WHERE id = 2;
