-- Levels are gone and the policies become simpler.
DROP POLICY "del; ete" ON secrets;
DROP POLICY low_only ON secrets;
ALTER POLICY own_rows ON secrets RENAME TO own_secrets;
ALTER POLICY own_secrets ON secrets TO scenario_reader USING (true) WITH CHECK (true);
ALTER TABLE secrets NO FORCE ROW LEVEL SECURITY;
ALTER TABLE secrets DROP COLUMN level;
ALTER TABLE open_rows ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON open_rows FOR SELECT TO scenario_reader USING (true);
