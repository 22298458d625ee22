CREATE TABLE log (id int PRIMARY KEY AUTO_INCREMENT, v int);
CREATE USER IF NOT EXISTS scenario_writer@'%';
CREATE USER IF NOT EXISTS scenario_reader@'%';
CREATE ALGORITHM=MERGE DEFINER=scenario_writer@'%' SQL SECURITY INVOKER VIEW v1 (number, twice) AS SELECT id, v * 2 FROM log WHERE v > 0 WITH LOCAL CHECK OPTION;
CREATE VIEW v2 AS SELECT number FROM v1;
GRANT SELECT ON v1 TO scenario_reader@'%';
GRANT SELECT (number), UPDATE (number) ON v2 TO scenario_writer@'%';
GRANT SELECT, INSERT (v) ON log TO scenario_reader@'%';
INSERT INTO log (v) VALUES (7);
