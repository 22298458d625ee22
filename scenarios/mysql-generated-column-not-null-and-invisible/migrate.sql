-- The computed column goes, the hidden one is shown.
ALTER TABLE g DROP COLUMN up, MODIFY hidden int DEFAULT 6;
