-- Clients are called customers from now on; keys and sequence keep their names.
ALTER TABLE clients RENAME TO customers;
