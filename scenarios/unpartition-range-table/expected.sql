INSERT INTO logs VALUES (100, '2024-07-01', 'new in 2024'), (101, '1999-12-31', 'for the rest');
UPDATE logs SET line = 'changed' WHERE id = 2;
UPDATE logs SET day = '2023-12-31' WHERE id = 20;
DELETE FROM logs WHERE id = 7;
