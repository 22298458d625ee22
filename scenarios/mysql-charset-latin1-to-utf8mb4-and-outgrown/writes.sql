INSERT INTO names VALUES (4,'日本'),(5,'Zoë');
UPDATE names SET n = 'thé' WHERE id = 1;
DELETE FROM names WHERE id = 3;
