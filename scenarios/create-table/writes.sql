INSERT INTO articles (title) VALUES ('Article 6');
INSERT INTO comments (article_id, body) VALUES (1, 'First!'), (6, 'Nice');
UPDATE comments SET body = 'Edited' WHERE article_id = 1;
UPDATE articles SET title = 'Article Two' WHERE id = 2;
DELETE FROM articles WHERE id = 6;
