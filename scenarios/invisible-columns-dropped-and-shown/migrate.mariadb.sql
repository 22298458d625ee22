-- One hidden column goes, the other is shown.
ALTER TABLE t DROP COLUMN secret;
ALTER TABLE t MODIFY hidden int;
