DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'scenario_writer') THEN CREATE ROLE scenario_writer; END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'scenario_reader') THEN CREATE ROLE scenario_reader; END IF;
END $$;
CREATE TYPE level AS ENUM ('low', 'high');
CREATE TABLE things (id serial PRIMARY KEY, level level, name text);
CREATE VIEW low_things AS SELECT * FROM things WHERE level = 'low';
CREATE FUNCTION thing_count() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM things';
CREATE SEQUENCE spare_no;
GRANT SELECT ON low_things TO scenario_reader;
ALTER TABLE things OWNER TO scenario_writer;
ALTER FUNCTION thing_count() OWNER TO scenario_writer;
INSERT INTO things (level, name) SELECT (ARRAY['low', 'high'])[1 + i % 2]::level, 'Thing ' || i FROM generate_series(1, 6) i;
