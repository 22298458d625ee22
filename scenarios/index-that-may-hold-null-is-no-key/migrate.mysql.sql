-- The number goes, and a row may have no day still.
ALTER TABLE runs DROP COLUMN id;
