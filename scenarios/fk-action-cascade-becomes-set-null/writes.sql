INSERT INTO authors (name) VALUES ('Author 6');
INSERT INTO posts (author_id, title) VALUES (6, 'Hello');
UPDATE posts SET title = 'Edited' WHERE id = 1;
DELETE FROM authors WHERE id = 3;
