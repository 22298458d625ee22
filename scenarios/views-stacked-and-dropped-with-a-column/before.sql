CREATE TABLE orders (
    id     serial PRIMARY KEY,
    buyer  text NOT NULL,
    amount numeric(10,2) NOT NULL,
    region varchar(10)
);
CREATE VIEW v_orders WITH (security_barrier = true) AS SELECT id, buyer, amount, region FROM orders WHERE amount > 0;
CREATE VIEW v_north WITH (security_invoker = true) AS SELECT * FROM v_orders WHERE region = 'north' WITH LOCAL CHECK OPTION;
CREATE VIEW v_north_totals (who, "how much") AS SELECT buyer, sum(amount) FROM v_north GROUP BY buyer;
CREATE VIEW v_mixed AS SELECT t.who, o.id FROM v_north_totals t JOIN orders o ON o.buyer = t.who;
CREATE RECURSIVE VIEW v_numbers (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM v_numbers WHERE n < 3;
ALTER VIEW v_orders ALTER COLUMN region SET DEFAULT 'south';
COMMENT ON VIEW v_north IS 'North; only';
COMMENT ON COLUMN v_north.buyer IS 'Who buys';
INSERT INTO orders (buyer, amount, region)
SELECT 'Buyer ' || i % 3, i * 12.34, (ARRAY['north', 'south', NULL])[1 + i % 3] FROM generate_series(1, 12) i;
