CREATE TABLE books (
    id     serial PRIMARY KEY,
    isbn   varchar(20) NOT NULL,
    title  text NOT NULL,
    shelf  varchar(5) DEFAULT 'A1',
    CONSTRAINT books_isbn_key UNIQUE (isbn)
);
CREATE TABLE loans (
    id      serial PRIMARY KEY,
    book_id integer NOT NULL CONSTRAINT loans_book_fk REFERENCES books ON DELETE RESTRICT,
    due     date
);
CREATE INDEX books_title_idx ON books (title varchar_pattern_ops);
INSERT INTO books (isbn, title, shelf) SELECT '978-' || i, 'Title ' || i, 'B' || i FROM generate_series(1, 10) i;
INSERT INTO loans (book_id, due) SELECT i, DATE '2024-01-01' + i FROM generate_series(1, 5) i;
