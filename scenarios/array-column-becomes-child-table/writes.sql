INSERT INTO posts (title) VALUES ('Six');
INSERT INTO post_tags VALUES (6, 'new');
UPDATE posts SET title = 'Changed' WHERE id = 4;
DELETE FROM posts WHERE id = 5;
