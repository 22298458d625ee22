-- Sessions live in the cache now.
DROP TABLE legacy_sessions;
