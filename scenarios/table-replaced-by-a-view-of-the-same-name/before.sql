CREATE TABLE members (id serial PRIMARY KEY, name text NOT NULL, email text UNIQUE);
INSERT INTO members (name, email) SELECT 'Member ' || i, 'm' || i || '@example.com' FROM generate_series(1, 6) i;
