-- Counters overflow, so everything becomes bigint.
ALTER TABLE ticks DROP CONSTRAINT ticks_meter_id_fkey;
ALTER TABLE meters ALTER COLUMN id SET DATA TYPE bigint;
ALTER TABLE meters ALTER COLUMN total SET DATA TYPE bigint;
ALTER TABLE meters ALTER COLUMN small SET DATA TYPE integer;
ALTER TABLE ticks ALTER COLUMN meter_id SET DATA TYPE bigint;
ALTER TABLE ticks ADD CONSTRAINT ticks_meter_id_fkey FOREIGN KEY (meter_id) REFERENCES meters ON DELETE CASCADE;
