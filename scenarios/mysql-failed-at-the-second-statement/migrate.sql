-- The second statement fails: the first one stays, the third never runs.
ALTER TABLE t DROP COLUMN b;
ALTER TABLE t DROP COLUMN never_there;
