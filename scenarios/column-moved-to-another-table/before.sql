CREATE TABLE orders (id serial PRIMARY KEY, weight integer, total integer NOT NULL);
CREATE TABLE parcels (order_id integer PRIMARY KEY REFERENCES orders ON DELETE CASCADE, carrier text NOT NULL);
INSERT INTO orders (weight, total) SELECT i * 100, i FROM generate_series(1, 6) i;
INSERT INTO parcels SELECT i, 'Carrier ' || i % 2 FROM generate_series(1, 5) i;
