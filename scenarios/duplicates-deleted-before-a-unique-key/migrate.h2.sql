-- Double addresses are deleted, so that the key can be made.
DELETE FROM emails e WHERE EXISTS (SELECT 1 FROM emails o WHERE o.address = e.address AND o.id < e.id);
ALTER TABLE emails ADD CONSTRAINT emails_address_key UNIQUE (address);
