CREATE TABLE points (id serial PRIMARY KEY, x integer NOT NULL, y integer, hidden boolean DEFAULT false);
CREATE VIEW sums AS SELECT id, x + y AS s FROM points;
CREATE MATERIALIZED VIEW max_x AS SELECT max(x) AS m FROM points;
CREATE FUNCTION all_points() RETURNS SETOF points LANGUAGE sql STABLE AS 'SELECT * FROM points';
CREATE FUNCTION dist(p points) RETURNS double precision LANGUAGE sql IMMUTABLE AS 'SELECT sqrt(p.x * p.x + p.y * p.y)';
CREATE FUNCTION first_x() RETURNS points.x%TYPE LANGUAGE plpgsql AS $$ DECLARE r points%ROWTYPE; BEGIN SELECT * INTO r FROM points ORDER BY id LIMIT 1; RETURN r.x; END $$;
CREATE VIEW far AS SELECT p.id, dist(p) AS d FROM points p;
INSERT INTO points (x, y) SELECT i, i * i FROM generate_series(1, 8) i;
REFRESH MATERIALIZED VIEW max_x;
