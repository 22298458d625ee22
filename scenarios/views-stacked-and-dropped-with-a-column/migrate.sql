-- Regions are gone, and all views on them.
ALTER TABLE orders DROP COLUMN region CASCADE;
DROP VIEW v_numbers;
