DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'scenario_reader') THEN CREATE ROLE scenario_reader; END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'scenario_writer') THEN CREATE ROLE scenario_writer; END IF;
END $$;
CREATE TABLE base (id integer PRIMARY KEY, secret text, open text);
CREATE VIEW open_base WITH (security_barrier = true, check_option = 'local') AS SELECT id, open FROM base WHERE open <> '';
CREATE MATERIALIZED VIEW base_count AS SELECT count(*) AS n FROM base;
CREATE FUNCTION base_ids() RETURNS SETOF integer LANGUAGE sql AS 'SELECT id FROM base';
ALTER VIEW open_base OWNER TO scenario_writer;
GRANT SELECT ON open_base TO scenario_reader WITH GRANT OPTION;
GRANT UPDATE (open) ON open_base TO scenario_reader;
ALTER MATERIALIZED VIEW base_count OWNER TO scenario_writer;
GRANT SELECT ON base_count TO PUBLIC;
ALTER FUNCTION base_ids() OWNER TO scenario_writer;
GRANT EXECUTE ON FUNCTION base_ids() TO scenario_reader;
COMMENT ON VIEW open_base IS 'What everyone may see';
COMMENT ON COLUMN open_base.open IS 'Never empty';
INSERT INTO base SELECT i, 's' || i, 'o' || i FROM generate_series(1, 5) i;
