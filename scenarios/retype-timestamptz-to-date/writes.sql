INSERT INTO events (title, happened, logged) VALUES ('new', '2024-06-01', '2024-06-01 12:00:00+00');
UPDATE events SET happened = '2024-01-01' WHERE id = 1;
UPDATE events SET title = 'renamed' WHERE id = 2;
DELETE FROM events WHERE id = 3;
