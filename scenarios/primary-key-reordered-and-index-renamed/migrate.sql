-- The key is read the other way round.
ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (b, a);
ALTER TABLE t DROP INDEX old_name, ADD INDEX new_name (c);
