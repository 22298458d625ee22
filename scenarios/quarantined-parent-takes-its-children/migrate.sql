-- Longer codes.
ALTER TABLE parents ALTER COLUMN code TYPE varchar(40);
