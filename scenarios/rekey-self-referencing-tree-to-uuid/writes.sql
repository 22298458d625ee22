INSERT INTO folders (id, parent_id, path) SELECT '00000000-0000-4000-8000-000000000010', id, '/new' FROM folders WHERE path = '/3';
UPDATE folders SET parent_id = (SELECT id FROM folders WHERE path = '/2') WHERE path = '/7';
DELETE FROM folders WHERE path = '/9';
