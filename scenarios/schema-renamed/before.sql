CREATE SCHEMA shop;
COMMENT ON SCHEMA shop IS 'The shop';
CREATE TABLE shop.goods (id serial PRIMARY KEY, name text UNIQUE);
CREATE VIEW shop.good_names AS SELECT name FROM shop.goods;
INSERT INTO shop.goods (name) SELECT 'Good ' || i FROM generate_series(1, 6) i;
