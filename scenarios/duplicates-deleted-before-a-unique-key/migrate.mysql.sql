-- Double addresses are deleted, so that the key can be made.
DELETE e FROM emails e JOIN emails o ON o.address = e.address AND o.id < e.id;
ALTER TABLE emails ADD CONSTRAINT emails_address_key UNIQUE (address);
