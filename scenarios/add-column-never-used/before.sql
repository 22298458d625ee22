CREATE TABLE products (
    id    integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    title text NOT NULL,
    price numeric(10,2) NOT NULL DEFAULT 0
);
INSERT INTO products (title, price) SELECT 'Product ' || i, i * 1.25 FROM generate_series(1, 10) i;
