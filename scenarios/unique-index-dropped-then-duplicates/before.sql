CREATE TABLE phones (
    id     serial PRIMARY KEY,
    number text NOT NULL,
    active boolean NOT NULL DEFAULT true
);
CREATE UNIQUE INDEX phones_active_number_idx ON phones (number) WHERE active;
INSERT INTO phones (number, active) SELECT '0' || i % 6, i <= 6 FROM generate_series(1, 10) i;
