-- Rates are rounded and the source is dropped.
ALTER TABLE rates ALTER COLUMN rate TYPE numeric(12,2);
ALTER TABLE rates DROP COLUMN source;
