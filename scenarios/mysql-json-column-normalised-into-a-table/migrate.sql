-- The items of an order get a table.
CREATE TABLE items (order_id int, pos int, sku varchar(10), n int, PRIMARY KEY (order_id, pos), CONSTRAINT items_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE);
INSERT INTO items SELECT o.id, j.pos, j.sku, j.n FROM orders o, JSON_TABLE(o.items, '$[*]' COLUMNS (pos FOR ORDINALITY, sku varchar(10) PATH '$.sku', n int PATH '$.n')) j;
ALTER TABLE orders DROP COLUMN items;
