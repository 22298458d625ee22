-- Duplicates are allowed.
ALTER TABLE users DROP INDEX users_email, DROP INDEX users_nick;
