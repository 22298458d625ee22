-- The old lines are archived: detached, but still there.
ALTER TABLE logs DETACH PARTITION logs_old;
ALTER TABLE logs_old RENAME TO logs_archive;
