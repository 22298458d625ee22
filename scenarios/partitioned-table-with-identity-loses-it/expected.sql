INSERT INTO events OVERRIDING SYSTEM VALUE VALUES (500, '2024-12-01', 'new');
SELECT setval(pg_get_serial_sequence('events', 'id'), 500);
UPDATE events SET v = 'changed' WHERE id = 100;
DELETE FROM events WHERE id = 101;
