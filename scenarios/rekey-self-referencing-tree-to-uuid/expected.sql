INSERT INTO folders (parent_id, path) VALUES (3, '/new');
UPDATE folders SET parent_id = 2 WHERE id = 7;
DELETE FROM folders WHERE id = 9;
