CREATE TABLE sales (
    id     serial PRIMARY KEY,
    region varchar(10) NOT NULL,
    amount integer NOT NULL
);
CREATE VIEW big_sales AS SELECT id, region, amount FROM sales WHERE amount > 100;
CREATE VIEW big_sales_by_region AS SELECT region, count(*) AS n, sum(amount) AS total FROM big_sales GROUP BY region;
COMMENT ON VIEW big_sales IS 'More than a hundred';
INSERT INTO sales (region, amount) SELECT (ARRAY['north', 'south'])[1 + i % 2], i * 20 FROM generate_series(1, 10) i;
