-- The clean-up job runs as somebody else.
REVOKE MAINTAIN ON stock FROM scenario_writer;
ALTER TABLE stock DROP COLUMN hint;
