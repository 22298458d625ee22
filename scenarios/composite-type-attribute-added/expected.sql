INSERT INTO bills (total, tax) VALUES (ROW(99, 'USD'), ROW(19, 'USD'));
UPDATE bills SET total = ROW(5, 'CHF') WHERE id = 1;
DELETE FROM bills WHERE id = 2;
