CREATE TYPE order_state AS ENUM ('new', 'paid', 'shipped');
COMMENT ON TYPE order_state IS 'Life of an order';
CREATE TABLE orders (
    id    serial PRIMARY KEY,
    state order_state NOT NULL DEFAULT 'new'
);
CREATE INDEX orders_open_idx ON orders (id) WHERE state <> 'shipped'::order_state;
INSERT INTO orders (state) SELECT (ARRAY['new', 'paid', 'shipped'])[1 + i % 3]::order_state FROM generate_series(1, 12) i;
