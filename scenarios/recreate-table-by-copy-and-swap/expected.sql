INSERT INTO books (title, isbn) VALUES ('New book', '979-1');
INSERT INTO loans (book_id, due) VALUES (11, '2024-12-24');
UPDATE books SET title = 'Second edition' WHERE id = 7;
DELETE FROM books WHERE id = 9;
