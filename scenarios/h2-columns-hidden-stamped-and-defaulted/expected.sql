INSERT INTO t (id, hidden, stamp, n, m) VALUES (4, 40, 'x', 1, 4);
UPDATE t SET hidden = 31, stamp = 'new' WHERE id = 1;
DELETE FROM t WHERE id = 3;
