CREATE TABLE carts (id serial PRIMARY KEY, owner text);
CREATE TABLE cart_lines (cart_id integer REFERENCES carts ON DELETE CASCADE, no smallint, what text, PRIMARY KEY (cart_id, no));
INSERT INTO carts (owner) SELECT 'Owner ' || i FROM generate_series(1, 4) i;
INSERT INTO cart_lines SELECT c, n, 'Line ' || c || '.' || n FROM generate_series(1, 4) c, generate_series(1, 3) n;
