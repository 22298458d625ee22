-- Ids are running out, so go to bigint before they do.
ALTER TABLE readings DROP CONSTRAINT readings_device_id_fkey;
ALTER TABLE alarms DROP CONSTRAINT alarms_device_id_fkey;
ALTER TABLE devices ALTER COLUMN id TYPE bigint;
ALTER TABLE readings ALTER COLUMN id TYPE bigint, ALTER COLUMN device_id TYPE bigint;
ALTER TABLE alarms ALTER COLUMN device_id TYPE bigint;
ALTER SEQUENCE devices_id_seq AS bigint;
ALTER SEQUENCE readings_id_seq AS bigint;
ALTER TABLE readings ADD CONSTRAINT readings_device_id_fkey FOREIGN KEY (device_id) REFERENCES devices;
ALTER TABLE alarms ADD CONSTRAINT alarms_device_id_fkey FOREIGN KEY (device_id) REFERENCES devices ON DELETE CASCADE;
