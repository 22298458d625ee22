CREATE TABLE hits (
    id   bigserial PRIMARY KEY,
    path varchar(100) NOT NULL,
    at   timestamptz NOT NULL,
    code smallint
) WITH (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.05, toast.autovacuum_enabled = false);
CREATE INDEX hits_path_idx ON hits (path);
CREATE INDEX hits_at_idx ON hits USING brin (at);
CREATE INDEX hits_errors_idx ON hits (at) WHERE code >= 500;
CREATE UNIQUE INDEX hits_path_at_idx ON hits (path, at DESC);
INSERT INTO hits (path, at, code)
SELECT '/p/' || i % 5, timestamptz '2024-01-01 00:00:00+00' + i * interval '1 minute', 200 + 100 * (i % 4) FROM generate_series(1, 20) i;
