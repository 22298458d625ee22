CREATE TYPE colour AS ENUM ('red', 'blue', 'green', 'black');
CREATE TABLE slots (
    id     int PRIMARY KEY,
    span   int4range NOT NULL,
    colour colour,
    mail   text,
    low    int NOT NULL,
    high   int NOT NULL,
    weight int NOT NULL,
    heavy  int GENERATED ALWAYS AS (weight * 2) STORED,
    title  text NOT NULL,
    CONSTRAINT slots_span EXCLUDE USING gist (span WITH &&),
    CONSTRAINT slots_colour UNIQUE NULLS NOT DISTINCT (colour),
    CONSTRAINT slots_high CHECK (high >= low),
    CONSTRAINT slots_heavy CHECK (heavy < 1000)
);
CREATE UNIQUE INDEX slots_mail ON slots (lower(mail));
INSERT INTO slots (id, span, colour, mail, low, high, weight, title) VALUES
    (1, '[1,5)', 'red', 'ann@x', 1, 2, 1, 'one'),
    (2, '[5,9)', 'blue', 'bob@x', 1, 2, 2, 'two'),
    (3, '[9,12)', NULL, 'cy@x', 1, 2, 3, 'three'),
    (6, '[40,42)', 'black', 'flo@x', 1, 2, 3, 'six');
INSERT INTO slots (id, span, colour, mail, low, high, weight, title) VALUES
    (4, '[20,21)', 'green', 'dee@x', -1, 2, 4, 'four');
ALTER TABLE slots ADD CONSTRAINT slots_low CHECK (low > 0) NOT VALID;

CREATE TABLE readings (
    id  int NOT NULL,
    day date NOT NULL,
    n   int CONSTRAINT readings_n CHECK (n > 0),
    lot int,
    PRIMARY KEY (id, day),
    CONSTRAINT readings_day CHECK (day > '2023-12-31' AND lot < 100)
) PARTITION BY RANGE (day);
CREATE TABLE readings_24 PARTITION OF readings FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE readings_25 PARTITION OF readings FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
INSERT INTO readings VALUES (1, '2024-05-01', 1, 1), (2, '2025-05-01', 2, 2), (3, '2025-05-01', 3, 3);
CREATE TABLE tags (slot int PRIMARY KEY, tag text NOT NULL);
INSERT INTO tags VALUES (1, 'a'), (2, 'b');
