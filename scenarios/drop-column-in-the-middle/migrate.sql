-- Nicknames are no longer kept.
ALTER TABLE employees DROP COLUMN nickname;
