-- The area is read so often that it is stored, the label is dropped.
ALTER TABLE boxes DROP COLUMN area, DROP COLUMN label;
ALTER TABLE boxes ADD COLUMN area integer GENERATED ALWAYS AS (w * h) STORED;
