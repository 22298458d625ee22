INSERT INTO devices (kind, os) VALUES ('watch', 'new');
SELECT nextval('devices_id_seq');
UPDATE devices SET kind = 'tablet' WHERE id = 3;
DELETE FROM devices WHERE id = 4;
