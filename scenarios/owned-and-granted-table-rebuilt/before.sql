DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'scenario_reader') THEN CREATE ROLE scenario_reader; END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'scenario_writer') THEN CREATE ROLE scenario_writer; END IF;
END $$;
CREATE TABLE accounts (id serial PRIMARY KEY, secret text, balance numeric(12,2) NOT NULL DEFAULT 0);
ALTER TABLE accounts OWNER TO scenario_writer;
GRANT SELECT (id, balance) ON accounts TO scenario_reader;
GRANT SELECT ON accounts_id_seq TO scenario_reader;
REVOKE TRUNCATE ON accounts FROM scenario_writer;
INSERT INTO accounts (secret, balance) SELECT 's' || i, i FROM generate_series(1, 5) i;
