CREATE TYPE plan AS ENUM ('free', 'pro');
CREATE TABLE accounts (id serial PRIMARY KEY, name text, plan plan NOT NULL DEFAULT 'free');
CREATE TABLE seats (account_id integer NOT NULL REFERENCES accounts, no integer, PRIMARY KEY (account_id, no));
INSERT INTO accounts (name, plan) SELECT 'Account ' || i, CASE WHEN i > 3 THEN 'pro' ELSE 'free' END::plan FROM generate_series(1, 6) i;
INSERT INTO seats SELECT 1 + i % 6, i FROM generate_series(1, 12) i;
