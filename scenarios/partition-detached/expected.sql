INSERT INTO logs VALUES (100, '2024-01-01', 'new');
UPDATE logs SET line = 'changed' WHERE id = 14;
UPDATE logs SET line = 'redacted' WHERE id = 1;
DELETE FROM logs WHERE id = 2;
DELETE FROM logs WHERE id = 13;
