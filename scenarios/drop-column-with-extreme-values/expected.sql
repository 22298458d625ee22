INSERT INTO extremes (id, keep) VALUES (5, 'new');
UPDATE extremes SET keep = 'changed' WHERE id = 3;
DELETE FROM extremes WHERE id = 4;
