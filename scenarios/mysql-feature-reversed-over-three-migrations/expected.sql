DROP TRIGGER metrics_logged;
INSERT INTO hosts (name) VALUES ('cache');
INSERT INTO metrics (id, host, taken, value) VALUES (4, 3, '2024-04-01', 4), (5, 2, '2024-04-02', 5);
DELETE FROM metrics WHERE id = 5;
UPDATE metrics SET value = 2.5 WHERE id = 2;
UPDATE hosts SET name = 'db1' WHERE id = 2;
DELETE FROM metrics WHERE id = 3;
