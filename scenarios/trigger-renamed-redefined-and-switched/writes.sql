INSERT INTO counters VALUES (7, 0), (8, 1);
UPDATE counters SET n = 0 WHERE id = 1;
DELETE FROM counters WHERE id = 2;
