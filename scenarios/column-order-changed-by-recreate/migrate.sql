-- Fixed-width columns first, to save space; the same data in another order.
CREATE TABLE trips_new (
    start_at date NOT NULL,
    end_at   date NOT NULL,
    id       integer NOT NULL DEFAULT nextval('trips_id_seq'),
    km       integer DEFAULT 0,
    note     text,
    CONSTRAINT trips_dates_check CHECK (end_at >= start_at)
);
INSERT INTO trips_new (start_at, end_at, id, km, note) SELECT start_at, end_at, id, km, note FROM trips;
ALTER SEQUENCE trips_id_seq OWNED BY trips_new.id;
DROP TABLE trips;
ALTER TABLE trips_new RENAME TO trips;
ALTER TABLE trips ADD CONSTRAINT trips_pkey PRIMARY KEY (id);
CREATE INDEX trips_start_idx ON trips (start_at, end_at);
