DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'scenario_reader') THEN CREATE ROLE scenario_reader; END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'scenario_writer') THEN CREATE ROLE scenario_writer; END IF;
END $$;
CREATE TABLE secrets (id serial PRIMARY KEY, owner name NOT NULL, level smallint DEFAULT 1, body text);
ALTER TABLE secrets ENABLE ROW LEVEL SECURITY;
ALTER TABLE secrets FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON secrets AS PERMISSIVE FOR ALL TO PUBLIC USING (owner = CURRENT_USER) WITH CHECK (level < 5);
CREATE POLICY low_only ON secrets AS RESTRICTIVE FOR SELECT TO scenario_reader, scenario_writer USING (level < 3);
CREATE POLICY "del; ete" ON secrets FOR DELETE TO scenario_writer USING (EXISTS (SELECT 1 FROM secrets s WHERE s.owner = 'x'));
COMMENT ON POLICY own_rows ON secrets IS 'Everyone sees their own';
CREATE TABLE open_rows (id integer PRIMARY KEY, v text);
CREATE POLICY sleeping ON open_rows FOR INSERT WITH CHECK (v IS NOT NULL);
INSERT INTO secrets (owner, level, body) SELECT 'user' || i % 3, i % 5, 'Secret ' || i FROM generate_series(1, 10) i;
INSERT INTO open_rows VALUES (1, 'one');
