INSERT INTO customers (name) VALUES ('Client 7');
INSERT INTO invoices (client_id, total) VALUES (7, 77.77);
UPDATE customers SET name = 'Client One' WHERE id = 1;
DELETE FROM customers WHERE id = 2;
