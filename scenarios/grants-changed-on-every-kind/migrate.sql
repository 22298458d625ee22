-- Rights are tightened, and notes go.
REVOKE ALL ON SCHEMA app FROM scenario_writer;
REVOKE ALL ON app.wages FROM scenario_reader, scenario_writer;
REVOKE ALL ON SEQUENCE app.wages_id_seq FROM scenario_writer;
REVOKE ALL ON app.persons FROM PUBLIC;
GRANT SELECT (person) ON app.persons TO scenario_reader;
GRANT EXECUTE ON FUNCTION app.avg_wage() TO PUBLIC;
GRANT USAGE ON TYPE app.grade TO PUBLIC;
ALTER TABLE app.wages DROP COLUMN note;
ALTER DEFAULT PRIVILEGES IN SCHEMA app REVOKE SELECT ON TABLES FROM scenario_reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT USAGE ON SEQUENCES TO scenario_writer;
