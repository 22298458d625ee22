-- Copies that the library knows nothing of, for the second opinion.
CREATE TABLE ${witness}.parks AS SELECT * FROM parks;
CREATE TABLE ${witness}.rides AS SELECT * FROM rides;
CREATE TABLE ${witness}.ride_status_snapshots (PRIMARY KEY (snapshot_id)) AS
  SELECT snapshot_id, ride_id, recorded_at, wait_minutes, is_open FROM ride_status_snapshots;
