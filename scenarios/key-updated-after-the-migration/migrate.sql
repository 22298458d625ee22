-- Notes are dropped.
ALTER TABLE slots DROP COLUMN note;
