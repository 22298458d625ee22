-- Views that were slow become tables and stored views.
DROP VIEW totals;
CREATE TABLE totals AS SELECT shop, sum(amount) AS total FROM sales GROUP BY shop;
DROP VIEW best;
CREATE MATERIALIZED VIEW best AS SELECT shop FROM sales GROUP BY shop ORDER BY sum(amount) DESC LIMIT 1;
DROP MATERIALIZED VIEW counts;
CREATE VIEW counts AS SELECT shop, count(*) AS n FROM sales GROUP BY shop;
