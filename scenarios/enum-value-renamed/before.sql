CREATE TYPE traffic AS ENUM ('red', 'yellow', 'green');
CREATE TABLE lights (id serial PRIMARY KEY, state traffic DEFAULT 'red', place text);
CREATE VIEW stopped AS SELECT * FROM lights WHERE state = 'yellow';
INSERT INTO lights (state, place) SELECT (enum_range(NULL::traffic))[1 + i % 3], 'Street ' || i FROM generate_series(1, 9) i;
