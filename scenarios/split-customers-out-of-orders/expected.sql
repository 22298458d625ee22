-- The new order has no name of its own any more: the old default stands in.
INSERT INTO orders (total) VALUES (55.55);
UPDATE orders SET total = 0.01 WHERE id = 4;
DELETE FROM orders WHERE id = 16;
