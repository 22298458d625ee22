INSERT INTO bills (gross) VALUES (1);
UPDATE bills SET gross = 2 WHERE id = 1;
DELETE FROM bills WHERE id = 2;
