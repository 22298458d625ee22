INSERT INTO t VALUES (4,'done',4);
UPDATE t SET p = 'open' WHERE id = 2;
UPDATE t SET v = 10 WHERE id = 1;
DELETE FROM t WHERE id = 3;
