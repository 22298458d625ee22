CREATE TABLE parcels (
    id     serial PRIMARY KEY,
    status integer NOT NULL DEFAULT 0,
    weight integer
);
COMMENT ON COLUMN parcels.status IS '0 open, 1 sent, 2 lost';
INSERT INTO parcels (status, weight) SELECT i % 3, i * 100 FROM generate_series(1, 10) i;
