CREATE TABLE pings (host text NOT NULL, ms real, at timestamptz NOT NULL) PARTITION BY LIST (host);
CREATE TABLE pings_a PARTITION OF pings FOR VALUES IN ('a');
CREATE TABLE pings_rest PARTITION OF pings DEFAULT;
INSERT INTO pings SELECT chr(96 + 1 + i % 3), i * 0.5, timestamptz '2024-01-01 00:00+00' + i * interval '1 s' FROM generate_series(1, 12) i;
INSERT INTO pings VALUES ('b', 1, '2024-01-01 00:00+00'), ('b', 1, '2024-01-01 00:00+00');
