-- Every order gets a currency; all orders so far were in euro.
ALTER TABLE orders ADD COLUMN currency char(3) NOT NULL DEFAULT 'EUR';
ALTER TABLE orders ADD CONSTRAINT orders_currency_check CHECK (currency ~ '^[A-Z]{3}$');
CREATE INDEX orders_currency_idx ON orders (currency, placed_at);
