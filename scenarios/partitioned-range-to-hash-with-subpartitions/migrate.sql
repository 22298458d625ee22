-- Hash partitions instead of years and regions.
ALTER TABLE orders RENAME TO orders_by_year;
ALTER INDEX orders_pk RENAME TO orders_by_year_pk;
ALTER INDEX orders_total_idx RENAME TO orders_by_year_total_idx;
CREATE TABLE orders (LIKE orders_by_year INCLUDING DEFAULTS, CONSTRAINT orders_pk PRIMARY KEY (id)) PARTITION BY HASH (id);
CREATE TABLE orders_h0 PARTITION OF orders FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE orders_h1 PARTITION OF orders FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO orders SELECT * FROM orders_by_year;
DROP TABLE orders_by_year;
