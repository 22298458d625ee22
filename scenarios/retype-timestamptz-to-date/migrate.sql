-- The day is enough.
SET LOCAL timezone = 'UTC';
ALTER TABLE events ALTER COLUMN happened TYPE date USING happened::date;
ALTER TABLE events ALTER COLUMN logged TYPE timestamptz(0);
