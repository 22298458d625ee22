INSERT INTO events VALUES (500, '2024-12-01', 'new');
UPDATE events SET v = 'changed' WHERE id = 100;
DELETE FROM events WHERE id = 101;
