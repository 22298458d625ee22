CREATE TABLE events (
    id  bigint GENERATED ALWAYS AS IDENTITY (START WITH 100),
    day date NOT NULL,
    v   text,
    PRIMARY KEY (id, day)
) PARTITION BY RANGE (day);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
ALTER TABLE events ADD CONSTRAINT events_excl EXCLUDE USING btree (day WITH =, id WITH =);
INSERT INTO events (day, v) SELECT DATE '2023-06-01' + i * 30, 'v' || i FROM generate_series(1, 12) i;
