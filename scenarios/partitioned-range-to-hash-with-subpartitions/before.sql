CREATE TABLE orders (
    id     integer NOT NULL,
    year   integer NOT NULL,
    region text NOT NULL DEFAULT 'eu',
    total  numeric(10,2),
    CONSTRAINT orders_pk PRIMARY KEY (id, year, region)
) PARTITION BY RANGE (year);
CREATE TABLE orders_2023 PARTITION OF orders FOR VALUES FROM (2023) TO (2024) PARTITION BY LIST (region);
CREATE TABLE orders_2023_eu PARTITION OF orders_2023 FOR VALUES IN ('eu');
CREATE TABLE orders_2023_rest PARTITION OF orders_2023 DEFAULT;
CREATE TABLE orders_2024 PARTITION OF orders FOR VALUES FROM (2024) TO (2025);
CREATE INDEX orders_total_idx ON orders (total DESC);
INSERT INTO orders SELECT i, 2023 + i % 2, (ARRAY['eu', 'us', 'jp'])[1 + i % 3], i * 1.5 FROM generate_series(1, 18) i;
