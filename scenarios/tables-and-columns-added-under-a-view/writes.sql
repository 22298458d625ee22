INSERT INTO t VALUES (3, 3, 'y');
INSERT INTO notes (t, body) VALUES (3, 'three'), (1, 'one');
UPDATE t SET a = 22 WHERE id = 2;
DELETE FROM t WHERE id = 1;
