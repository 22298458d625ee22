CREATE TABLE bookings (
    id     serial,
    room   int4range NOT NULL,
    during tsrange NOT NULL,
    guest  varchar(40),
    CONSTRAINT bookings_no_overlap EXCLUDE USING gist (room WITH =, during WITH &&)
) PARTITION BY HASH (room);
CREATE TABLE bookings_0 PARTITION OF bookings FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE bookings_1 PARTITION OF bookings FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO bookings (room, during, guest)
SELECT int4range(i % 5, i % 5 + 1), tsrange(timestamp '2024-01-01' + i * interval '1 day', timestamp '2024-01-02' + i * interval '1 day'), 'Guest ' || i
FROM generate_series(1, 20) i;
