-- Longer codes.
ALTER TABLE parents ALTER COLUMN code SET DATA TYPE varchar(40);
