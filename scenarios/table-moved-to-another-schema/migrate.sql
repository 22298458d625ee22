-- Everything of the application goes into its own schema.
ALTER TABLE users SET SCHEMA app;
ALTER TYPE role_kind SET SCHEMA app;
ALTER VIEW user_names SET SCHEMA app;
CREATE OR REPLACE FUNCTION user_count() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM app.users';
ALTER FUNCTION user_count() SET SCHEMA app;
