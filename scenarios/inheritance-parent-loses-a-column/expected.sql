INSERT INTO base_event (at) VALUES ('2024-02-01');
INSERT INTO login_event (at, login) VALUES ('2024-02-02', 'new');
UPDATE base_event SET at = '2024-02-03' WHERE id = 10;
DELETE FROM base_event WHERE id IN (1, 6);
