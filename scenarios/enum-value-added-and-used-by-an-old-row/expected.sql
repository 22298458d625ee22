-- Account 2 has children and a value the old type does not know: the column falls back to the backup,
-- the rest of the row stays current.
INSERT INTO accounts (name, plan) VALUES ('Account 7', 'pro');
UPDATE accounts SET name = 'Big Account' WHERE id = 2;
UPDATE accounts SET name = 'Other' WHERE id = 3;
DELETE FROM seats WHERE account_id = 1;
DELETE FROM accounts WHERE id = 1;
