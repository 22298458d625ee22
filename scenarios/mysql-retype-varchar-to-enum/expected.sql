INSERT INTO tasks VALUES (4,'done',4);
UPDATE tasks SET v = 10 WHERE id = 1;
UPDATE tasks SET state = 'open' WHERE id = 2;
DELETE FROM tasks WHERE id = 3;
