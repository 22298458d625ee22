INSERT INTO shelves (warehouse_id, label) VALUES (2, 'S13'), (NULL, 'S14');
UPDATE shelves SET label = 'moved', warehouse_id = 3 WHERE id = 1;
DELETE FROM shelves WHERE id = 2;
