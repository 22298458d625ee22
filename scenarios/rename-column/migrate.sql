-- One word for it everywhere: email.
ALTER TABLE users RENAME COLUMN mail TO email;
