-- Emails become unique, which fails on old duplicates and leaves an invalid index behind.
ALTER TABLE guests DROP COLUMN note;
CREATE UNIQUE INDEX CONCURRENTLY guests_email_idx ON guests (email);
