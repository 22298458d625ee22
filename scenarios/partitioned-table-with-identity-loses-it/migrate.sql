-- Numbers come from the application.
ALTER TABLE events DROP CONSTRAINT events_excl;
ALTER TABLE events ALTER COLUMN id DROP IDENTITY;
