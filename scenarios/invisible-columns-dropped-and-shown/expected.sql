INSERT INTO t (id, shown, hidden) VALUES (4, 4, 4);
UPDATE t SET hidden = 22 WHERE id = 2;
DELETE FROM t WHERE id = 1;
