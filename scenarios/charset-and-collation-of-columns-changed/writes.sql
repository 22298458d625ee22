INSERT INTO t VALUES (4, 'Öl', 'y');
UPDATE t SET a = 'zwei' WHERE id = 2;
DELETE FROM t WHERE id = 1;
