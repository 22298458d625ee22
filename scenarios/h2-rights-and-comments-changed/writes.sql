INSERT INTO t VALUES (3, 'c');
UPDATE t SET v = 'later' WHERE id = 1;
