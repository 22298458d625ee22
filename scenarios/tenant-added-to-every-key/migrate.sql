-- Several tenants share the tables.
ALTER TABLE tasks DROP CONSTRAINT tasks_project_fk;
ALTER TABLE projects ADD COLUMN tenant integer NOT NULL DEFAULT 1;
ALTER TABLE tasks ADD COLUMN tenant integer NOT NULL DEFAULT 1;
ALTER TABLE projects DROP CONSTRAINT projects_pkey, DROP CONSTRAINT projects_name_key;
ALTER TABLE projects ADD PRIMARY KEY (tenant, id);
ALTER TABLE projects ADD CONSTRAINT projects_name_key UNIQUE (tenant, name);
ALTER TABLE tasks DROP CONSTRAINT tasks_pkey;
ALTER TABLE tasks ADD PRIMARY KEY (tenant, id);
ALTER TABLE tasks ADD CONSTRAINT tasks_project_fk FOREIGN KEY (tenant, project_id) REFERENCES projects ON DELETE CASCADE;
