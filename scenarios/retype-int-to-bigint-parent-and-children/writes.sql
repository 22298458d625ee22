INSERT INTO devices (serial) VALUES ('SN6');
INSERT INTO readings (device_id, value) VALUES (6, 0.1), (6, 0.2);
INSERT INTO alarms VALUES (6, 1, 'first');
UPDATE readings SET value = 42 WHERE id = 21;
UPDATE alarms SET text = 'quiet' WHERE device_id = 2;
DELETE FROM readings WHERE device_id = 3;
DELETE FROM devices WHERE serial = 'SN3';
