CREATE TABLE articles (
    id    serial PRIMARY KEY,
    title text NOT NULL
);
INSERT INTO articles (title) SELECT 'Article ' || i FROM generate_series(1, 5) i;
