-- Keys become real uuids, in the parent and in its children.
ALTER TABLE transfers DROP CONSTRAINT transfers_account_id_fkey;
ALTER TABLE accounts ALTER COLUMN id SET DATA TYPE uuid USING id::uuid;
ALTER TABLE transfers ALTER COLUMN id SET DATA TYPE uuid USING id::uuid;
ALTER TABLE transfers ALTER COLUMN account_id SET DATA TYPE uuid USING account_id::uuid;
ALTER TABLE transfers ADD CONSTRAINT transfers_account_id_fkey
    FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE CASCADE;
