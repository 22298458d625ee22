CREATE TABLE wanted (id serial PRIMARY KEY, a text, b text DEFAULT 'b');
CREATE TABLE steady (id serial PRIMARY KEY, a text);
INSERT INTO wanted (a, b) SELECT 'a' || i, 'b' || i FROM generate_series(1, 6) i;
INSERT INTO steady (a) SELECT 'a' || i FROM generate_series(1, 6) i;
