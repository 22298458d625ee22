CREATE TYPE colour AS ENUM ('red', 'green', 'blue');
CREATE TABLE bikes (id serial PRIMARY KEY, colour colour NOT NULL DEFAULT 'red', model text);
INSERT INTO bikes (colour, model) SELECT (enum_range(NULL::colour))[1 + i % 3], 'Model ' || i FROM generate_series(1, 9) i;
