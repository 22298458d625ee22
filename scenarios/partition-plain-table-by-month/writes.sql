INSERT INTO measurements (sensor, taken_at, value) VALUES (9, '2024-02-29 23:59:59.999', 1.5), (9, '2030-01-01', 2.5);
UPDATE measurements SET value = -1 WHERE id = 3;
UPDATE measurements SET taken_at = '2024-03-31 12:00' WHERE id = 4;
DELETE FROM measurements WHERE sensor = 0;
