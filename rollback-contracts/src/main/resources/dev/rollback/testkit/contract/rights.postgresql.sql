-- SPDX-License-Identifier: Apache-2.0
--@ grants
DROP TABLE anchor;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT CREATE, USAGE ON SCHEMA public TO %user%;
DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO %user%', current_database()); END $$;
--@ before
CREATE TABLE countries (code text PRIMARY KEY);
CREATE TABLE customers (id serial PRIMARY KEY, name text NOT NULL, code varchar(20), country text REFERENCES countries);
CREATE SEQUENCE numbers;
CREATE VIEW names AS SELECT id, name, country FROM customers;
INSERT INTO countries VALUES ('ch');
INSERT INTO customers (name, code, country) SELECT 'n' || i, i, 'ch' FROM generate_series(1, 9) i;
CREATE PUBLICATION changes FOR TABLE customers;
--@ migrate
BEGIN;
DROP VIEW names;
ALTER TABLE customers DROP COLUMN name, ALTER COLUMN code TYPE integer USING code::integer;
CREATE VIEW names AS SELECT id, country FROM customers;
COMMIT;
--@ capture
--! lacks SELECT on table public.customers
REVOKE SELECT ON customers FROM %user%;
--! lacks SELECT on sequence public.numbers
REVOKE SELECT ON numbers FROM %user%;
--! lacks USAGE on schema public
REVOKE USAGE ON SCHEMA public FROM %user%;
--! lacks CREATE on database
DO $$ BEGIN EXECUTE format('REVOKE CREATE ON DATABASE %I FROM %user%', current_database()); END $$;
--! lacks USAGE on schema %backup%
CREATE SCHEMA %backup%;
GRANT CREATE ON SCHEMA %backup% TO %user%;
--! back
DROP SCHEMA %backup%;
--! lacks CREATE on schema %backup%
CREATE SCHEMA %backup%;
GRANT USAGE ON SCHEMA %backup% TO %user%;
--! back
DROP SCHEMA %backup%;
--! lacks BYPASSRLS: row security hides rows of table public.customers
ALTER TABLE customers FORCE ROW LEVEL SECURITY, ENABLE ROW LEVEL SECURITY;
--! back
ALTER TABLE customers NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;
--! lacks BYPASSRLS
ALTER TABLE customers OWNER TO CURRENT_USER, ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON customers, customers_id_seq TO %user%;
--! back
ALTER TABLE customers OWNER TO %user%, DISABLE ROW LEVEL SECURITY;
--@ run
--! lacks SELECT on table public.customers
REVOKE SELECT ON customers FROM %user%;
--! lacks SELECT on sequence public.numbers
REVOKE SELECT ON numbers FROM %user%;
--! lacks USAGE on schema public
REVOKE USAGE ON SCHEMA public FROM %user%;
--! lacks CREATE on schema public
REVOKE CREATE ON SCHEMA public FROM %user%;
--! lacks TEMPORARY on the database
DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END $$;
--! back
DO $$ BEGIN EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO PUBLIC', current_database()); END $$;
--! lacks USAGE on schema %backup%
REVOKE USAGE ON SCHEMA %backup% FROM %user%;
--! lacks CREATE on schema %backup%
REVOKE CREATE ON SCHEMA %backup% FROM %user%;
--! lacks SELECT on table %backup%.customers_backup
ALTER TABLE %backup%.customers_backup OWNER TO CURRENT_USER;
--! back
ALTER TABLE %backup%.customers_backup OWNER TO %user%;
--! lacks SELECT on table %backup%.rollback_backup
ALTER TABLE %backup%.rollback_backup OWNER TO CURRENT_USER;
--! back
ALTER TABLE %backup%.rollback_backup OWNER TO %user%;
--! lacks INSERT on table %backup%.rollback_run
REVOKE INSERT ON %backup%.rollback_run FROM %user%;
--! lacks UPDATE on table %backup%.rollback_run
REVOKE UPDATE ON %backup%.rollback_run FROM %user%;
--! lacks INSERT on table %backup%.rollback_quarantine
REVOKE INSERT ON %backup%.rollback_quarantine FROM %user%;
--! lacks INSERT on table %backup%.rollback_step
REVOKE INSERT ON %backup%.rollback_step FROM %user%;
--! lacks BYPASSRLS: row security hides rows of table public.customers
ALTER TABLE customers FORCE ROW LEVEL SECURITY, ENABLE ROW LEVEL SECURITY;
--! back
ALTER TABLE customers NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;
--! is neither the owner of table public.customers nor a member of role
ALTER TABLE customers OWNER TO CURRENT_USER;
GRANT ALL ON customers, customers_id_seq TO %user%;
--! back
ALTER TABLE customers OWNER TO %user%;
--! who owns view public.names
ALTER VIEW names OWNER TO CURRENT_USER;
GRANT ALL ON names TO %user%;
--! back
ALTER VIEW names OWNER TO %user%;
--! who owns publication
ALTER PUBLICATION changes OWNER TO CURRENT_USER;
--! back
ALTER PUBLICATION changes OWNER TO %user%;
--! lacks REFERENCES on table public.countries
ALTER TABLE countries OWNER TO CURRENT_USER;
GRANT SELECT ON countries TO %user%;
--! back
ALTER TABLE countries OWNER TO %user%;
