INSERT INTO invoices (customer) VALUES ('Customer 7');
INSERT INTO invoice_lines VALUES (7, 1, 'C', 3);
UPDATE invoice_lines SET qty = 100 WHERE invoice_id = 1 AND no = 1;
UPDATE invoices SET customer = 'Renamed' WHERE id = 2;
DELETE FROM invoices WHERE id = 3;
