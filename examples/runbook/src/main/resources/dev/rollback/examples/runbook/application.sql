-- A day of the new release.
INSERT INTO ride_status_snapshots (ride_id, recorded_at, wait_minutes, is_open, data_source)
  WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 90)
  SELECT i, '2025-07-01 09:00:00', 15, 1, 'ARCHIVE' FROM n;
UPDATE ride_status_snapshots SET wait_minutes = 5 WHERE snapshot_id % 1000 = 3;
DELETE FROM ride_status_snapshots WHERE snapshot_id % 1000 = 7;
UPDATE rides SET name = 'Ride of the year' WHERE ride_id = 42;
INSERT INTO queue_data (ride_id, minutes) SELECT ride_id, 20 FROM rides WHERE ride_id <= 10;
INSERT INTO import_checkpoints (park_id, done_until) VALUES (1, '2025-07-01 00:00:00');
INSERT INTO data_quality_log (checkpoint_id, message) VALUES (1, 'two rides without a name');
