INSERT INTO t (id, a, b, c) VALUES (4, 4, 'four', '2024-04-04');
UPDATE t SET b = 'two' WHERE id = 2;
DELETE FROM t WHERE id = 1;
