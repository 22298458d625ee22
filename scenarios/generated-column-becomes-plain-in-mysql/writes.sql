INSERT INTO t (id, a, twice) VALUES (4, 4, 8);
UPDATE t SET a = 5, twice = 10 WHERE id = 2;
DELETE FROM t WHERE id = 1;
