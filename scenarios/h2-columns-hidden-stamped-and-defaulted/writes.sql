INSERT INTO t (id, hidden, stamp, n, m) VALUES (4, 40, 'x', 1, 4), (5, 50, 'y', 2, NULL);
UPDATE t SET hidden = 31 WHERE id = 1;
DELETE FROM t WHERE id = 3;
