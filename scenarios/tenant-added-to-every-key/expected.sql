INSERT INTO projects (name) VALUES ('Project 5');
SELECT nextval('projects_id_seq');
INSERT INTO tasks (project_id, title) VALUES (5, 'Fits');
SELECT nextval('tasks_id_seq');
UPDATE tasks SET title = 'Changed' WHERE id = 1;
DELETE FROM projects WHERE id = 2;
