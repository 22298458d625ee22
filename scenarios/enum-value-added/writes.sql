INSERT INTO orders (state) VALUES ('paid'), ('cancelled');
UPDATE orders SET state = 'shipped' WHERE id = 1;
DELETE FROM orders WHERE id = 2;
