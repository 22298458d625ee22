-- Books are rebuilt with bigint keys and without the shelf.
CREATE TABLE books_new (
    id    bigint NOT NULL,
    title text NOT NULL,
    isbn  varchar(20) NOT NULL
);
INSERT INTO books_new (id, title, isbn) SELECT id, title, isbn FROM books;
ALTER TABLE loans DROP CONSTRAINT loans_book_fk;
DROP TABLE books;
ALTER TABLE books_new RENAME TO books;
ALTER TABLE books ADD CONSTRAINT books_pkey PRIMARY KEY (id);
CREATE SEQUENCE books_id_seq OWNED BY books.id;
SELECT setval('books_id_seq', (SELECT max(id) FROM books));
ALTER TABLE books ALTER COLUMN id SET DEFAULT nextval('books_id_seq');
ALTER TABLE loans ALTER COLUMN book_id TYPE bigint;
ALTER TABLE loans ADD CONSTRAINT loans_book_fk FOREIGN KEY (book_id) REFERENCES books ON DELETE RESTRICT;
