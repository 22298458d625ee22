INSERT INTO t VALUES (3, 'c', 3);
UPDATE t SET a = 'two' WHERE id = 2;
DELETE FROM t WHERE id = 1;
