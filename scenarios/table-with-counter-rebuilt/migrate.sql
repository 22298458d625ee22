-- A wider number, a column less.
ALTER TABLE t DROP COLUMN gone, MODIFY n bigint;
