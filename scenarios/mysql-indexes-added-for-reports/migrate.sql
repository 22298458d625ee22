-- Reports are slow: indexes of all kinds, one of which takes the place of the foreign key's.
CREATE INDEX orders_placed ON orders (placed DESC, total);
CREATE UNIQUE INDEX customers_email ON customers (email);
CREATE FULLTEXT INDEX customers_city ON customers (city);
ALTER TABLE orders ADD INDEX orders_customer_placed (customer, placed), DROP INDEX orders_customer;
ALTER TABLE orders ADD CONSTRAINT orders_total CHECK (total >= 0);
