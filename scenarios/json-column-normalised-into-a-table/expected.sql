INSERT INTO invoices (customer) VALUES ('Customer 7');
UPDATE invoices SET customer = 'Renamed' WHERE id = 2;
DELETE FROM invoices WHERE id = 3;
