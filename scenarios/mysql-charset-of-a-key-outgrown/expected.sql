INSERT INTO tags VALUES ('thé',5);
INSERT INTO uses VALUES (4,'thé');
UPDATE tags SET n = 20 WHERE tag = 'café';
DELETE FROM tags WHERE tag = 'gone';
