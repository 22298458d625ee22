INSERT INTO realm VALUES (3, 'lab');
UPDATE entry SET setting = 'auto' WHERE id = 2;
DELETE FROM entry WHERE id = 1;
