CREATE TABLE switches (
    id     serial PRIMARY KEY,
    "on"   integer NOT NULL DEFAULT 0,
    locked smallint
);
INSERT INTO switches ("on", locked) SELECT i % 2, i % 3 FROM generate_series(1, 8) i;
INSERT INTO switches ("on", locked) VALUES (5, NULL), (-1, 0);
