INSERT INTO articles (title) VALUES ('Article 6');
UPDATE articles SET title = 'Article Two' WHERE id = 2;
DELETE FROM articles WHERE id = 5;
