CREATE TABLE ratings (
    id    serial PRIMARY KEY,
    stars integer NOT NULL,
    CONSTRAINT ratings_stars_check CHECK (stars >= 1 AND stars <= 5)
);
COMMENT ON CONSTRAINT ratings_stars_check ON ratings IS 'One to five';
INSERT INTO ratings (stars) SELECT 1 + i % 5 FROM generate_series(1, 10) i;
