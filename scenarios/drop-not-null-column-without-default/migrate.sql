-- Queues are gone, everything is in one list.
ALTER TABLE tickets DROP COLUMN queue;
