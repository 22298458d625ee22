-- Big means more than fifty now, and the view tells when.
CREATE OR REPLACE VIEW big_sales AS SELECT id, region, amount, amount * 2 AS doubled FROM sales WHERE amount > 50;
COMMENT ON VIEW big_sales IS 'More than fifty';
