CREATE TABLE texts (
    id   serial PRIMARY KEY,
    a    text COLLATE "C" NOT NULL,
    b    text,
    c    varchar(4000),
    d    integer
);
ALTER TABLE texts ALTER COLUMN b SET STORAGE EXTERNAL;
ALTER TABLE texts ALTER COLUMN b SET STATISTICS 250;
ALTER TABLE texts ALTER COLUMN c SET COMPRESSION pglz;
ALTER TABLE texts ALTER COLUMN d SET (n_distinct = -0.5);
CREATE INDEX texts_a_idx ON texts (a);
INSERT INTO texts (a, b, c, d) SELECT 'ä' || i, repeat('b', i * 500), repeat('c', i * 100), i FROM generate_series(1, 8) i;
