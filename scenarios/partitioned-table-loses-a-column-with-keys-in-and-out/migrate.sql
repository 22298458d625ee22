-- Clerks are no longer stored.
ALTER TABLE sales DROP COLUMN clerk;
