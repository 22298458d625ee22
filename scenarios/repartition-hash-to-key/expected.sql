INSERT INTO counters (id) VALUES (-7), (4);
UPDATE counters SET n = 2 WHERE id = 1;
DELETE FROM counters WHERE id = 3;
