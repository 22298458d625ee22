INSERT INTO tags VALUES ('日本',4),('thé',5);
INSERT INTO uses VALUES (3,'日本'),(4,'thé');
UPDATE tags SET n = 20 WHERE tag = 'café';
DELETE FROM tags WHERE tag = 'gone';
