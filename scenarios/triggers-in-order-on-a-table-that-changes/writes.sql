INSERT INTO accounts VALUES (4, ' Dan ');
UPDATE accounts SET name = 'BOBBY' WHERE id = 2;
DELETE FROM accounts WHERE id = 3;
