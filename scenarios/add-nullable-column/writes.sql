INSERT INTO customers (name, email, phone) VALUES ('New One', 'new1@example.com', '+49 30 1234');
UPDATE customers SET name = 'Customer Two', phone = '112' WHERE id = 2;
UPDATE customers SET email = 'three@example.com' WHERE id = 3;
DELETE FROM customers WHERE id = 5;
