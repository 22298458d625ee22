-- Stock may be owed.
ALTER TABLE stock MODIFY n int;
