ALTER TABLE shop.customers ADD COLUMN vip boolean DEFAULT false NOT NULL;
ALTER TABLE shop.orders DROP COLUMN note CASCADE;
CREATE TABLE shop.extra (id integer PRIMARY KEY);
