INSERT INTO tasks (title, due, done) VALUES ('New task', '2024-12-01', true);
INSERT INTO labels VALUES (11, 'new');
UPDATE tasks SET title = 'Changed' WHERE id = 1;
UPDATE tasks SET due = '2025-01-01' WHERE id = 2;
DELETE FROM tasks WHERE id = 3;
