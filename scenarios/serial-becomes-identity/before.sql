CREATE TABLE jobs (
    id    serial PRIMARY KEY,
    name  text NOT NULL
);
INSERT INTO jobs (name) SELECT 'Job ' || i FROM generate_series(1, 10) i;
SELECT setval('jobs_id_seq', 100);
GRANT USAGE ON SEQUENCE jobs_id_seq TO PUBLIC;
