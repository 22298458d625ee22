INSERT INTO clients (name) VALUES ('Client 7');
INSERT INTO invoices (client_id, total) VALUES (7, 77.77);
UPDATE clients SET name = 'Client One' WHERE id = 1;
DELETE FROM clients WHERE id = 2;
