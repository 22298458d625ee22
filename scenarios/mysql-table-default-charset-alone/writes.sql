INSERT INTO d (id, n, v) VALUES (4,'thé',4);
UPDATE d SET v = 20 WHERE id = 2;
DELETE FROM d WHERE id = 3;
