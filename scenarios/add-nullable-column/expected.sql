INSERT INTO customers (name, email) VALUES ('New One', 'new1@example.com');
UPDATE customers SET name = 'Customer Two' WHERE id = 2;
UPDATE customers SET email = 'three@example.com' WHERE id = 3;
DELETE FROM customers WHERE id = 5;
