CREATE TABLE authors (id serial PRIMARY KEY, name text NOT NULL);
CREATE TABLE posts (
    id        serial PRIMARY KEY,
    author_id integer,
    title     text,
    CONSTRAINT posts_author_fk FOREIGN KEY (author_id) REFERENCES authors (id) ON DELETE CASCADE ON UPDATE CASCADE
);
COMMENT ON CONSTRAINT posts_author_fk ON posts IS 'Posts die with their author';
INSERT INTO authors (name) SELECT 'Author ' || i FROM generate_series(1, 5) i;
INSERT INTO posts (author_id, title) SELECT 1 + i % 5, 'Post ' || i FROM generate_series(1, 15) i;
