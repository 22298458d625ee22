INSERT INTO plans (price, name) VALUES (700, 'Plan 7');
UPDATE plans SET price = 150 WHERE id = 1;
DELETE FROM plans WHERE id = 3;
