DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'scenario_writer') THEN CREATE ROLE scenario_writer; END IF;
END $$;
CREATE TABLE stock (sku text PRIMARY KEY, qty integer, hint text);
GRANT SELECT, MAINTAIN ON stock TO scenario_writer;
INSERT INTO stock SELECT 'S' || i, i, 'h' || i FROM generate_series(1, 5) i;
