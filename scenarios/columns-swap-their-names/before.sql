CREATE TABLE coords (
    id  serial PRIMARY KEY,
    lat double precision NOT NULL,
    lon double precision NOT NULL
);
CREATE INDEX coords_lat_idx ON coords (lat);
INSERT INTO coords (lat, lon) SELECT i * 1.5, i * -2.25 FROM generate_series(1, 8) i;
