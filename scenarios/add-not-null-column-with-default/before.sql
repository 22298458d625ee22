CREATE TABLE orders (
    id         bigserial PRIMARY KEY,
    reference  varchar(20) NOT NULL,
    placed_at  timestamptz NOT NULL,
    CONSTRAINT orders_reference_key UNIQUE (reference)
);
CREATE INDEX orders_placed_at_idx ON orders (placed_at DESC);
INSERT INTO orders (reference, placed_at)
SELECT 'R-' || lpad(i::text, 5, '0'), timestamptz '2024-01-01 08:00:00.123456+00' + i * interval '1 hour'
FROM generate_series(1, 20) i;
