-- Reporting gets its own schema.
CREATE SCHEMA reporting;
CREATE TABLE reporting.daily (day date PRIMARY KEY, n bigint);
CREATE VIEW reporting.core_count AS SELECT count(*) FROM core;
INSERT INTO reporting.daily SELECT DATE '2024-01-01', count(*) FROM core;
