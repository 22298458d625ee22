CREATE TABLE plan (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, day date UNIQUE, what text);
INSERT INTO plan (day, what) SELECT DATE '2024-01-01' + i, 'Do ' || i FROM generate_series(1, 7) i;
