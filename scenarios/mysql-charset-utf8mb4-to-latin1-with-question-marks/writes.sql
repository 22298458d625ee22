INSERT INTO names VALUES (5,'Zoë','é');
UPDATE names SET note = 'seen' WHERE id = 1;
UPDATE names SET n = 'smile' WHERE id = 4;
DELETE FROM names WHERE id = 3;
