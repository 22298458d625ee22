INSERT INTO t VALUES (6, NULL, 6, 'm');
UPDATE t SET c = 'later' WHERE id = 1;
