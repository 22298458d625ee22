INSERT INTO t (id, v) VALUES (3, 30);
UPDATE t SET v = 11 WHERE id = 1;
