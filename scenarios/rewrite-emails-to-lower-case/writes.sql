INSERT INTO subscribers (email, name) VALUES ('new@example.com', 'New');
UPDATE subscribers SET email = 'two@example.com' WHERE id = 2;
UPDATE subscribers SET name = 'Four' WHERE id = 4;
DELETE FROM subscribers WHERE id = 6;
