INSERT INTO parks (name) VALUES ('North'), ('South'), ('Sea');
INSERT INTO rides (park_id, name) WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 89)
  SELECT 1 + i % 3, CONCAT('Ride ', i) FROM n;
-- A snapshot of each ride every few minutes, over half a year.
INSERT INTO ride_status_snapshots (ride_id, recorded_at, wait_minutes, is_open)
  WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${snapshots} - 1)
  SELECT 1 + i % 90, TIMESTAMP('2025-01-01 08:00:00') + INTERVAL (i * 180 * 1440 DIV ${snapshots}) MINUTE,
         IF(i % 7 = 0, NULL, i % 95), i % 11 <> 0 FROM n;
