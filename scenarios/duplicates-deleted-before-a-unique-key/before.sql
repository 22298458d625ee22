CREATE TABLE emails (id serial PRIMARY KEY, address text NOT NULL, source text);
INSERT INTO emails (address, source) SELECT 'a' || i % 6 || '@example.com', 's' || i FROM generate_series(1, 14) i;
