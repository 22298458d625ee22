-- Icons come from the file store; categories may share a name.
ALTER TABLE categories DROP COLUMN icon;
ALTER TABLE categories DROP CONSTRAINT categories_parent_name_key;
