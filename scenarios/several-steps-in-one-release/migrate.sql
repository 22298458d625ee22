-- Half a year of changes in one script.
DROP VIEW open_todo;
DROP INDEX todo_due_idx;
ALTER TABLE todo RENAME TO tasks;
ALTER TABLE tasks RENAME COLUMN what TO title;
ALTER TABLE tasks ALTER COLUMN title TYPE text;
ALTER TABLE tasks ALTER COLUMN due TYPE date USING due::date;
ALTER TABLE tasks ADD COLUMN done boolean NOT NULL DEFAULT false;
UPDATE tasks SET done = (state = 'done');
ALTER TABLE tasks DROP COLUMN state, DROP COLUMN owner;
DROP TYPE state;
ALTER TABLE labels RENAME COLUMN todo_id TO task_id;
CREATE TABLE users (id serial PRIMARY KEY, name text);
CREATE INDEX tasks_due_idx ON tasks (due) WHERE NOT done;
CREATE VIEW open_todo AS SELECT id, title, due FROM tasks WHERE NOT done;
