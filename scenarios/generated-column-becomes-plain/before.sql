CREATE TABLE shapes (
    id   serial PRIMARY KEY,
    w    integer NOT NULL,
    h    integer NOT NULL,
    area integer GENERATED ALWAYS AS (w * h) STORED,
    perimeter integer GENERATED ALWAYS AS (2 * (w + h)) STORED
);
INSERT INTO shapes (w, h) SELECT i, i + 1 FROM generate_series(1, 9) i;
