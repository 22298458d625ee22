-- Readings are numbers after all, and flags are text without padding.
ALTER TABLE meters ALTER COLUMN reading TYPE integer USING reading::integer;
ALTER TABLE meters ALTER COLUMN flag TYPE text;
