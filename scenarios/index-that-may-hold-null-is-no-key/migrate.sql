-- The number goes, and a row may have no day still.
ALTER TABLE runs DROP CONSTRAINT runs_pk;
ALTER TABLE runs DROP COLUMN id;
