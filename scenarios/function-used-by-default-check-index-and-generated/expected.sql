INSERT INTO pages (title, code) VALUES ('New & fine', 'N1');
SELECT nextval('pages_id_seq');
UPDATE pages SET title = 'Other Page' WHERE id = 1;
DELETE FROM pages WHERE id = 2;
