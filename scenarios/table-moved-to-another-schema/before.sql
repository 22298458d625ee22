CREATE SCHEMA app;
CREATE TABLE users (id serial PRIMARY KEY, name text NOT NULL);
CREATE TABLE app.logins (user_id integer NOT NULL REFERENCES public.users ON DELETE CASCADE, at timestamp NOT NULL, PRIMARY KEY (user_id, at));
CREATE INDEX users_name_idx ON users (name);
CREATE VIEW user_names AS SELECT name FROM users;
CREATE TYPE role_kind AS ENUM ('admin', 'user');
CREATE FUNCTION user_count() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.users';
INSERT INTO users (name) SELECT 'User ' || i FROM generate_series(1, 6) i;
INSERT INTO app.logins SELECT 1 + i % 6, timestamp '2024-01-01' + i * interval '1 day' FROM generate_series(1, 9) i;
