CREATE TABLE dogs (id serial PRIMARY KEY, name text NOT NULL, bark boolean DEFAULT true);
CREATE TABLE cats (id serial PRIMARY KEY, name text NOT NULL, lives smallint DEFAULT 9 CHECK (lives <= 9));
INSERT INTO dogs (name) SELECT 'Dog ' || i FROM generate_series(1, 5) i;
INSERT INTO cats (name, lives) SELECT 'Cat ' || i, i FROM generate_series(1, 5) i;
