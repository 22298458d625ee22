-- Rebuilt without secrets; nobody thought of owner and grants.
CREATE TABLE accounts_new (id integer PRIMARY KEY, balance numeric(12,2));
INSERT INTO accounts_new SELECT id, balance FROM accounts;
DROP TABLE accounts;
ALTER TABLE accounts_new RENAME TO accounts;
ALTER INDEX accounts_new_pkey RENAME TO accounts_pkey;
