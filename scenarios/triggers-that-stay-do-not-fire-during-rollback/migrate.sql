-- Places are dropped; history and guard stay at work.
ALTER TABLE items DROP COLUMN place;
