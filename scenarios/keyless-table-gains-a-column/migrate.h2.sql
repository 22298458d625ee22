-- Samples get a unit.
ALTER TABLE samples ADD COLUMN unit varchar;
