INSERT INTO t (id, v) VALUES (4,4);
UPDATE t SET p = b'1' WHERE id = 2;
UPDATE t SET v = 10 WHERE id = 1;
DELETE FROM t WHERE id = 3;
