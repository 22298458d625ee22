CREATE COLLATION plain FROM "C";
CREATE TYPE pair AS (a integer, b integer);
CREATE FUNCTION pair_from_text(text) RETURNS pair LANGUAGE sql IMMUTABLE AS $$ SELECT ROW(split_part($1, '/', 1)::integer, split_part($1, '/', 2)::integer)::pair $$;
CREATE CAST (text AS pair) WITH FUNCTION pair_from_text(text) AS ASSIGNMENT;
CREATE FUNCTION pair_sum(pair, pair) RETURNS pair LANGUAGE sql IMMUTABLE AS $$ SELECT ROW($1.a + $2.a, $1.b + $2.b)::pair $$;
CREATE OPERATOR + (LEFTARG = pair, RIGHTARG = pair, FUNCTION = pair_sum, COMMUTATOR = +);
CREATE TEXT SEARCH CONFIGURATION plain_search (COPY = simple);
CREATE TABLE goods (id serial PRIMARY KEY, name text COLLATE plain, p pair);
INSERT INTO goods (name, p) SELECT 'Good ' || i, ROW(i, i * 2)::pair FROM generate_series(1, 5) i;
