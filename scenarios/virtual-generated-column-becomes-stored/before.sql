CREATE TABLE boxes (
    id     serial PRIMARY KEY,
    w      integer NOT NULL,
    area   integer GENERATED ALWAYS AS (w * h) VIRTUAL,
    h      integer NOT NULL,
    label  text GENERATED ALWAYS AS ('Box ' || w) VIRTUAL
);
INSERT INTO boxes (w, h) SELECT i, i + 1 FROM generate_series(1, 8) i;
