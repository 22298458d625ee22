CREATE TABLE core (id serial PRIMARY KEY, v text);
INSERT INTO core (v) SELECT 'v' || i FROM generate_series(1, 5) i;
