INSERT INTO orders (buyer, amount) VALUES ('Buyer 9', 9);
UPDATE orders SET amount = 1 WHERE id = 1;
DELETE FROM orders WHERE id = 2;
