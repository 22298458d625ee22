-- The deploy was killed here: the index and the unique key of the same script were never made.
ALTER TABLE stores ADD COLUMN country char(2);
ALTER TABLE stores DROP COLUMN manager;
ALTER TABLE stores ALTER COLUMN name SET DATA TYPE varchar;
