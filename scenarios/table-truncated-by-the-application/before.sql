CREATE TABLE queue (id bigserial PRIMARY KEY, job text NOT NULL, prio smallint DEFAULT 5);
INSERT INTO queue (job, prio) SELECT 'job ' || i, i FROM generate_series(1, 9) i;
