INSERT INTO tasks VALUES (4,'done'),(5,'blocked');
UPDATE tasks SET state = 'done' WHERE id = 1;
DELETE FROM tasks WHERE id = 3;
