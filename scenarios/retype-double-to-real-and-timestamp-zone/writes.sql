INSERT INTO probes VALUES (6, 0.5, '2024-05-01 12:00:00', '1 hour', '127.0.0.1');
UPDATE probes SET v = 2.5, at = '2024-05-02 12:00:00', ip = '127.0.0.2' WHERE id = 1;
DELETE FROM probes WHERE id = 3;
