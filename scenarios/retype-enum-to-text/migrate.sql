-- Free text instead of three moods.
ALTER TABLE diary ALTER COLUMN mood DROP DEFAULT, ALTER COLUMN moods DROP DEFAULT;
ALTER TABLE diary ALTER COLUMN mood TYPE text, ALTER COLUMN moods TYPE text[];
DROP TYPE mood;
