CREATE TABLE rooms (no int4range, valid daterange, name text, CONSTRAINT rooms_pk PRIMARY KEY (no, valid WITHOUT OVERLAPS));
CREATE TABLE stays (
    id    serial PRIMARY KEY,
    room  int4range,
    valid daterange,
    CONSTRAINT stays_room_fk FOREIGN KEY (room, PERIOD valid) REFERENCES rooms (no, PERIOD valid)
);
INSERT INTO rooms SELECT int4range(i, i + 1), '[2024-01-01,2025-01-01)', 'Room ' || i FROM generate_series(1, 4) i;
INSERT INTO stays (room, valid) SELECT int4range(1 + i % 4, 2 + i % 4), daterange(DATE '2024-01-01' + i, DATE '2024-01-08' + i) FROM generate_series(1, 8) i;
