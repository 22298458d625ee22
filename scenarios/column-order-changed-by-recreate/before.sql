CREATE TABLE trips (
    id       serial PRIMARY KEY,
    note     text,
    start_at date NOT NULL,
    end_at   date NOT NULL,
    km       integer DEFAULT 0,
    CONSTRAINT trips_dates_check CHECK (end_at >= start_at)
);
CREATE INDEX trips_start_idx ON trips (start_at, end_at);
INSERT INTO trips (note, start_at, end_at, km) SELECT 'Trip ' || i, DATE '2024-01-01' + i, DATE '2024-01-03' + i, i * 10 FROM generate_series(1, 10) i;
