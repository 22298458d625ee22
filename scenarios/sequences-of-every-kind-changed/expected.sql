INSERT INTO invoices (no, total) VALUES (1036, 100), (1037, 200);
SELECT setval('invoice_no', 1037);
UPDATE invoices SET total = 0 WHERE no = 1000;
DELETE FROM invoices WHERE no = 1005;
SELECT setval('ticket_no', 4800);
