-- Indexes are tuned for the new dashboard.
DROP INDEX hits_path_idx;
DROP INDEX hits_path_at_idx;
ALTER INDEX hits_at_idx RENAME TO hits_time_idx;
DROP INDEX hits_errors_idx;
CREATE INDEX hits_errors_idx ON hits (at, path) WHERE code >= 400;
CREATE INDEX hits_code_idx ON hits (code);
ALTER TABLE hits SET (fillfactor = 100, autovacuum_enabled = false);
ALTER TABLE hits RESET (toast.autovacuum_enabled);
