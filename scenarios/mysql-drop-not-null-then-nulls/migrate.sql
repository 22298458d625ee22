-- An address is no longer needed.
ALTER TABLE users MODIFY email varchar(50);
