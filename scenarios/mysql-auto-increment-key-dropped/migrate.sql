-- The number is no key any more, and nobody counts.
ALTER TABLE k MODIFY id int NOT NULL, DROP PRIMARY KEY, ADD KEY k_id (id);
