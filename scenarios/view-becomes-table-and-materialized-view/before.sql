CREATE TABLE sales (id serial PRIMARY KEY, shop integer NOT NULL, amount integer NOT NULL);
CREATE VIEW totals AS SELECT shop, sum(amount) AS total FROM sales GROUP BY shop;
CREATE VIEW best AS SELECT shop FROM sales GROUP BY shop ORDER BY sum(amount) DESC LIMIT 1;
CREATE MATERIALIZED VIEW counts AS SELECT shop, count(*) AS n FROM sales GROUP BY shop WITH NO DATA;
INSERT INTO sales (shop, amount) SELECT i % 3, i * 5 FROM generate_series(1, 12) i;
