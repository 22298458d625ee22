INSERT INTO posts (title) VALUES ('Six');
UPDATE posts SET title = 'Changed' WHERE id = 4;
DELETE FROM posts WHERE id = 5;
