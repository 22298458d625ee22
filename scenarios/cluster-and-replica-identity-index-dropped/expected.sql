INSERT INTO ledger VALUES (13, 1, 100);
UPDATE ledger SET amount = 0 WHERE id = 1;
DELETE FROM ledger WHERE id = 2;
INSERT INTO ledger_log VALUES (4, 'made');
