INSERT INTO metrics VALUES (3, 3.25);
INSERT INTO events VALUES (3, 'stop');
INSERT INTO alerts VALUES (3, '2024-03-03');
INSERT INTO quiet VALUES (2, NULL);
UPDATE metrics SET value = 2.00 WHERE id = 2;
UPDATE alerts SET day = '2025-01-01' WHERE id = 1;
DELETE FROM events WHERE id = 1;
