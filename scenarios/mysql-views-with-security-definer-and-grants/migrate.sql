-- Who may do what through which view.
ALTER ALGORITHM=UNDEFINED DEFINER=CURRENT_USER SQL SECURITY DEFINER VIEW v1 (number, twice) AS SELECT id, v * 2 FROM log WHERE v > 0;
REVOKE SELECT ON v1 FROM scenario_reader@'%';
GRANT DELETE ON v1 TO scenario_writer@'%';
DROP VIEW v2;
GRANT ALL ON log TO scenario_writer@'%';
GRANT UPDATE (v) ON log TO scenario_writer@'%';
REVOKE INSERT (v) ON log FROM scenario_reader@'%';
CREATE VIEW v3 AS SELECT 1 AS one;
