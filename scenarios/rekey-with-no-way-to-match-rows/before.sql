CREATE TABLE samples (
    id    serial PRIMARY KEY,
    value text
);
INSERT INTO samples (value) VALUES ('a'), ('a'), ('b'), (NULL);
