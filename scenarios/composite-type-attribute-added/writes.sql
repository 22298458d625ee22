INSERT INTO bills (total, tax) VALUES (ROW(99, 'USD', 1.08), ROW(19, 'USD', 1.08));
UPDATE bills SET total = ROW(5, 'CHF', NULL) WHERE id = 1;
DELETE FROM bills WHERE id = 2;
