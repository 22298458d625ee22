-- No more priorities.
ALTER TABLE queue DROP COLUMN prio;
