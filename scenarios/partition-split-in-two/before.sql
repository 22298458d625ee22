CREATE TABLE points (id integer NOT NULL, x integer NOT NULL, note text, PRIMARY KEY (x, id)) PARTITION BY RANGE (x);
CREATE TABLE points_low PARTITION OF points FOR VALUES FROM (0) TO (100);
CREATE TABLE points_high PARTITION OF points FOR VALUES FROM (100) TO (200);
CREATE INDEX points_note_idx ON ONLY points (note);
CREATE INDEX points_low_own_idx ON points_low (note) WHERE note <> '';
ALTER TABLE points_high ALTER COLUMN note SET DEFAULT 'high';
INSERT INTO points SELECT i, i * 9, 'n' || i FROM generate_series(0, 21) i;
