INSERT INTO metrics (id, data_source, value) VALUES (3, 'import', 3.25);
INSERT INTO events (id, data_source, what) VALUES (3, 'import', 'stop');
INSERT INTO alerts (id, day) VALUES (3, '2024-03-03');
INSERT INTO quiet (id, v) VALUES (2, NULL);
UPDATE metrics SET value = 2.00, data_source = 'import' WHERE id = 2;
UPDATE alerts SET day = '2025-01-01' WHERE id = 1;
DELETE FROM events WHERE id = 1;
