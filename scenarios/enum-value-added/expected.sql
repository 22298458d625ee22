INSERT INTO orders (state) VALUES ('paid');
SELECT nextval('orders_id_seq');
UPDATE orders SET state = 'shipped' WHERE id = 1;
DELETE FROM orders WHERE id = 2;
