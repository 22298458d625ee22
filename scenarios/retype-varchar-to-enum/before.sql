CREATE TABLE devices (
    id    serial PRIMARY KEY,
    kind  varchar(12) NOT NULL DEFAULT 'phone',
    os    text,
    CONSTRAINT devices_kind_check CHECK (kind IN ('phone', 'tablet', 'watch'))
);
CREATE INDEX devices_kind_idx ON devices (kind varchar_pattern_ops);
INSERT INTO devices (kind, os) SELECT (ARRAY['phone', 'tablet', 'watch'])[1 + i % 3], 'os' || i FROM generate_series(1, 9) i;
