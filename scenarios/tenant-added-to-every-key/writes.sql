INSERT INTO projects (tenant, name) VALUES (2, 'Project 5'), (2, 'Project 1');
INSERT INTO tasks (tenant, project_id, title) VALUES (2, 5, 'Fits'), (2, 6, 'Goes with its project');
UPDATE tasks SET title = 'Changed' WHERE id = 1;
DELETE FROM projects WHERE id = 2;
