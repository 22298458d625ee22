-- Waiting times of rides in theme parks, as they were before the feature.
CREATE TABLE parks (
  park_id int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name varchar(80) NOT NULL,
  UNIQUE KEY parks_name (name));
CREATE TABLE rides (
  ride_id int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  park_id int NOT NULL,
  name varchar(80) NOT NULL,
  last_seen datetime,
  CONSTRAINT rides_park FOREIGN KEY (park_id) REFERENCES parks (park_id));
CREATE TABLE ride_status_snapshots (
  snapshot_id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ride_id int NOT NULL,
  recorded_at datetime NOT NULL,
  wait_minutes int,
  is_open tinyint NOT NULL DEFAULT 1,
  is_long tinyint GENERATED ALWAYS AS (wait_minutes > 60) STORED,
  KEY snapshots_by_ride (ride_id, recorded_at),
  CONSTRAINT snapshots_ride FOREIGN KEY (ride_id) REFERENCES rides (ride_id),
  CONSTRAINT snapshots_wait CHECK (wait_minutes >= 0));
CREATE TRIGGER snapshots_seen AFTER INSERT ON ride_status_snapshots FOR EACH ROW
  UPDATE rides SET last_seen = GREATEST(COALESCE(last_seen, NEW.recorded_at), NEW.recorded_at) WHERE ride_id = NEW.ride_id;
CREATE VIEW open_rides AS
  SELECT r.name, s.recorded_at, s.wait_minutes FROM ride_status_snapshots s JOIN rides r ON r.ride_id = s.ride_id WHERE s.is_open = 1;
