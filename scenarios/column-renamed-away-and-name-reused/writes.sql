INSERT INTO plans (list_price, price, name) VALUES (700, 6.99, 'Plan 7');
UPDATE plans SET list_price = 150 WHERE id = 1;
UPDATE plans SET price = 1.99 WHERE id = 2;
DELETE FROM plans WHERE id = 3;
