INSERT INTO log VALUES (4, '2026-01-01', 'd');
UPDATE log SET line = 'B' WHERE id = 2;
DELETE FROM log WHERE id = 3;
