-- A new table would not have the history.
ALTER TABLE price ADD SYSTEM VERSIONING;
