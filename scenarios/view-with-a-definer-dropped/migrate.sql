-- Views become queries.
DROP VIEW `a view`;
CREATE OR REPLACE SQL SECURITY INVOKER VIEW grouped AS SELECT n FROM t;
CREATE VIEW added AS SELECT 1 AS one FROM grouped;
