-- A wider index serves the foreign key as well.
ALTER TABLE c ADD KEY c_p_v (p_id, v), DROP KEY c_p;
