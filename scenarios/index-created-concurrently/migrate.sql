-- Indexes are exchanged without stopping the writers.
CREATE INDEX CONCURRENTLY tracks_artist_title_idx ON tracks (artist, title);
DROP INDEX CONCURRENTLY tracks_artist_idx;
