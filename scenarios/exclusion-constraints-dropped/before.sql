CREATE TABLE bookings (
    id     serial PRIMARY KEY,
    seats  int4range NOT NULL,
    code   text,
    CONSTRAINT bookings_no_overlap EXCLUDE USING gist (seats WITH &&),
    CONSTRAINT bookings_code_excl EXCLUDE USING btree (lower(code) WITH =) WHERE (code <> 'none') DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO bookings (seats, code) SELECT int4range(i * 10, i * 10 + 5), 'B' || i FROM generate_series(1, 8) i;
INSERT INTO bookings (seats, code) VALUES ('empty', 'none'), ('[1000,)', 'none');
