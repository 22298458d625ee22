CREATE TABLE products (
    id    integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    title varchar NOT NULL,
    price numeric(10,2) NOT NULL DEFAULT 0
);
INSERT INTO products (title, price) SELECT 'Product ' || i, i * 1.25 FROM (SELECT CAST(x AS integer) AS i FROM SYSTEM_RANGE(1, 10)) s;
