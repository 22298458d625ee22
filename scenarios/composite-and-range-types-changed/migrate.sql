-- Paint and temperatures go with their types, doors are prepared.
ALTER TABLE houses DROP COLUMN temps, DROP COLUMN paint;
DROP TYPE floatrange;
DROP TYPE colour;
CREATE TYPE door AS (no integer, colour text);
