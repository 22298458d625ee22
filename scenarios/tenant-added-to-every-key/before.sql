CREATE TABLE projects (id serial PRIMARY KEY, name text NOT NULL CONSTRAINT projects_name_key UNIQUE);
CREATE TABLE tasks (id serial PRIMARY KEY, project_id integer NOT NULL CONSTRAINT tasks_project_fk REFERENCES projects ON DELETE CASCADE, title text);
INSERT INTO projects (name) SELECT 'Project ' || i FROM generate_series(1, 4) i;
INSERT INTO tasks (project_id, title) SELECT 1 + i % 4, 'Task ' || i FROM generate_series(1, 10) i;
