CREATE TABLE settings (
    name  text PRIMARY KEY,
    value text
);
CREATE TABLE legacy_sessions (
    token    bytea PRIMARY KEY,
    username varchar(50) NOT NULL,
    data     json,
    seen     timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX legacy_sessions_seen_idx ON legacy_sessions (seen DESC NULLS LAST);
COMMENT ON TABLE legacy_sessions IS 'Sessions; "old" style';
INSERT INTO settings VALUES ('theme', 'dark'), ('empty', ''), ('null', NULL);
INSERT INTO legacy_sessions
SELECT decode(lpad(to_hex(i), 8, '0'), 'hex'), 'user' || i, '{"z":1, "a" : [1,  2], "a":3}', timestamptz '2024-01-01 00:00:00.123+00' + i * interval '1 s'
FROM generate_series(1, 10) i;
INSERT INTO legacy_sessions VALUES ('\x00ff5c27', 'odd', 'null', 'infinity'), ('\x', 'empty', NULL, '2000-02-29');
