CREATE TABLE orders (id serial PRIMARY KEY, day date NOT NULL, total numeric(8,2));
INSERT INTO orders (day, total) SELECT DATE '2022-01-01' + i * 60, i * 9 FROM generate_series(1, 15) i;
