-- Prices in whole units are exact enough.
ALTER TABLE parts ALTER COLUMN price DROP DEFAULT;
ALTER TABLE parts ALTER COLUMN price TYPE integer;
ALTER TABLE parts ALTER COLUMN price SET DEFAULT 0;
ALTER TABLE parts ALTER COLUMN weight TYPE double precision;
