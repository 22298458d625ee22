-- No more gaps: names and locales are filled in.
UPDATE users SET locale = 'en_US' WHERE locale IS NULL;
UPDATE users SET name = 'Anonymous' WHERE name IS NULL;
ALTER TABLE users ALTER COLUMN locale SET NOT NULL, ALTER COLUMN locale SET DEFAULT 'en_US', ALTER COLUMN name SET NOT NULL;
