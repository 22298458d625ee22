CREATE TABLE orders (
    id             serial PRIMARY KEY,
    customer_name  text NOT NULL DEFAULT 'unknown',
    customer_email text,
    total          numeric(10,2) NOT NULL
);
CREATE INDEX orders_customer_email_idx ON orders (customer_email);
INSERT INTO orders (customer_name, customer_email, total)
SELECT 'Name ' || i % 4, 'mail' || i % 4 || '@example.com', i * 9.99 FROM generate_series(1, 16) i;
INSERT INTO orders (customer_name, customer_email, total) VALUES ('No Mail', NULL, 1);
