INSERT INTO t VALUES (3, 'c', NULL);
UPDATE t SET v = 'later' WHERE id = 1;
