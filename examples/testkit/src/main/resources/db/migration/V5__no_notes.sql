UPDATE customer SET name = trim(name);
ALTER TABLE customer DROP COLUMN note;
