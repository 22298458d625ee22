-- Families share an address.
ALTER TABLE users DROP KEY users_email;
