INSERT INTO invoices (total) VALUES (100), (200);
UPDATE invoices SET total = 0 WHERE no = 1000;
DELETE FROM invoices WHERE no = 1005;
SELECT setval('ticket_no', 4800);
