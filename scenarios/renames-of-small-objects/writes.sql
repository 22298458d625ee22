INSERT INTO counters (n, grp) VALUES (5, 5);
UPDATE counters SET n = 50 WHERE id = 1;
DELETE FROM counters WHERE id = 2;
