INSERT INTO t VALUES (4,'w');
UPDATE t SET a = 'later' WHERE id = 1;
DELETE FROM t WHERE id = 3;
