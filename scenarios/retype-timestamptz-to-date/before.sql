CREATE TABLE events (
    id       serial PRIMARY KEY,
    title    text,
    happened timestamp(6) NOT NULL,
    logged   timestamptz
);
INSERT INTO events (title, happened, logged)
SELECT 'event ' || i, timestamp '2023-03-26 01:59:59.999999' + i * interval '7 hours', timestamptz '2023-10-29 00:30:00.000001+00' + i * interval '31 minutes'
FROM generate_series(1, 10) i;
INSERT INTO events (title, happened, logged) VALUES ('first', '0001-01-01 00:00:00 BC', '-infinity'), ('last', 'infinity', NULL);
