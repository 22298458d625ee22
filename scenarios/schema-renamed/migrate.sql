-- The shop is a store now.
ALTER SCHEMA shop RENAME TO store;
