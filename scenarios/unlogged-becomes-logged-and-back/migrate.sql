-- The cache must survive a crash, the store need not, and the scratch table goes.
ALTER TABLE cache SET LOGGED;
ALTER TABLE store SET UNLOGGED;
ALTER TABLE cache DROP COLUMN hits;
DROP TABLE scratch;
