CREATE TABLE sessions (token varchar(40) CHARACTER SET ascii NOT NULL, data json, seen datetime(3), PRIMARY KEY (token), KEY sessions_seen (seen));
INSERT INTO sessions VALUES ('a', '{"a": 1}', '2024-01-01 10:00:00.123'), ('b', NULL, NULL), ('c', '[]', '2024-01-02 00:00:00.999');
