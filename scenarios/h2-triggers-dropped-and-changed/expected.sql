INSERT INTO t VALUES (4, 'd', NULL);
UPDATE t SET v = 'later' WHERE id = 1;
DELETE FROM t WHERE id = 3;
