-- Keys become sixteen bytes, by the way of a new column.
ALTER TABLE c DROP FOREIGN KEY c_p;
ALTER TABLE p ADD new_id binary(16);
UPDATE p SET new_id = UNHEX(REPLACE(id,'-',''));
ALTER TABLE p DROP PRIMARY KEY, DROP COLUMN id, CHANGE new_id id binary(16) NOT NULL FIRST, ADD PRIMARY KEY (id);
ALTER TABLE c ADD new_p binary(16);
UPDATE c SET new_p = UNHEX(REPLACE(p,'-',''));
ALTER TABLE c DROP COLUMN p, CHANGE new_p p binary(16);
ALTER TABLE c ADD CONSTRAINT c_p FOREIGN KEY (p) REFERENCES p (id);
