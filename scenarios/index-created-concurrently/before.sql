CREATE TABLE tracks (
    id     serial PRIMARY KEY,
    artist text,
    title  text
);
CREATE INDEX tracks_artist_idx ON tracks (artist);
INSERT INTO tracks (artist, title) SELECT 'Artist ' || i % 4, 'Track ' || i FROM generate_series(1, 12) i;
