-- The application could only write readings.
INSERT INTO readings VALUES (1, 4, 1.4);
UPDATE readings SET v = 0 WHERE sensor_id = 1 AND no = 1;
DELETE FROM readings WHERE sensor_id = 2;
