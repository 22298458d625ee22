-- Older vintages.
ALTER TABLE w MODIFY y smallint;
