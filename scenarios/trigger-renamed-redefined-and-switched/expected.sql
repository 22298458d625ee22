-- The numbers are what the application and the new triggers left behind.
SET session_replication_role = replica;
INSERT INTO counters VALUES (7, 10), (8, 21);
UPDATE counters SET n = 10 WHERE id = 1;
SET session_replication_role = origin;
DELETE FROM counters WHERE id = 2;
