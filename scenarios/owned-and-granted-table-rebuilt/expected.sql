INSERT INTO accounts (balance) VALUES (60);
UPDATE accounts SET balance = -1 WHERE id = 1;
DELETE FROM accounts WHERE id = 2;
