-- Customers move into a table of their own.
CREATE TABLE customers (
    id    serial PRIMARY KEY,
    name  text NOT NULL,
    email text UNIQUE NULLS NOT DISTINCT
);
INSERT INTO customers (name, email)
SELECT DISTINCT customer_name, customer_email FROM orders ORDER BY 1;
ALTER TABLE orders ADD COLUMN customer_id integer REFERENCES customers;
UPDATE orders o SET customer_id = c.id FROM customers c
WHERE c.name = o.customer_name AND c.email IS NOT DISTINCT FROM o.customer_email;
ALTER TABLE orders ALTER COLUMN customer_id SET NOT NULL;
ALTER TABLE orders DROP COLUMN customer_name, DROP COLUMN customer_email;
