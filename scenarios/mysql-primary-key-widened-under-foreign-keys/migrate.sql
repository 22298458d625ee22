-- Every key begins with the tenant; the children still point to the number.
ALTER TABLE p ADD UNIQUE KEY p_id (id), DROP PRIMARY KEY, ADD PRIMARY KEY (tenant, id);
