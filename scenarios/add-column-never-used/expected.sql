INSERT INTO products (title, price) VALUES ('Lamp', 19.90);
UPDATE products SET price = 99.99 WHERE id = 4;
DELETE FROM products WHERE id IN (1, 2);
