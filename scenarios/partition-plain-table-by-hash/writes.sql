INSERT INTO events (tenant, body) VALUES (2, 'four'), (3, 'it''s \\ five');
UPDATE events SET body = 'two' WHERE id = 2;
DELETE FROM events WHERE id = 1;
