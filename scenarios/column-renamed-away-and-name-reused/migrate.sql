-- The old price is kept as list price, the new price column starts empty.
ALTER TABLE plans RENAME COLUMN price TO list_price;
ALTER TABLE plans ADD COLUMN price numeric(10,2);
