-- Three migrations of one feature. The first: where data comes from, and how the parks are called elsewhere.
ALTER TABLE ride_status_snapshots ADD COLUMN data_source varchar(10) NOT NULL DEFAULT 'LIVE' AFTER is_open;
ALTER TABLE parks ADD COLUMN themeparks_wiki_id varchar(36) UNIQUE;
ALTER TABLE rides ADD COLUMN themeparks_wiki_id varchar(36) UNIQUE;
-- The second: five tables that build on each other.
CREATE TABLE entity_metadata (ride_id int PRIMARY KEY, data longtext, FOREIGN KEY (ride_id) REFERENCES rides (ride_id));
CREATE TABLE queue_data (queue_id bigint AUTO_INCREMENT PRIMARY KEY, ride_id int NOT NULL, minutes int,
  FOREIGN KEY (ride_id) REFERENCES entity_metadata (ride_id));
CREATE TABLE import_checkpoints (checkpoint_id int AUTO_INCREMENT PRIMARY KEY, park_id int, done_until datetime,
  FOREIGN KEY (park_id) REFERENCES parks (park_id));
CREATE TABLE storage_metrics (day date PRIMARY KEY, bytes bigint);
CREATE TABLE data_quality_log (log_id bigint AUTO_INCREMENT PRIMARY KEY, checkpoint_id int, message text,
  FOREIGN KEY (checkpoint_id) REFERENCES import_checkpoints (checkpoint_id));
INSERT INTO entity_metadata SELECT ride_id, '{}' FROM rides;
UPDATE parks SET themeparks_wiki_id = CONCAT('wiki-', park_id);
-- The third: one partition a month. Partitions have no foreign keys, and their column must be in every key.
ALTER TABLE ride_status_snapshots DROP FOREIGN KEY snapshots_ride;
ALTER TABLE ride_status_snapshots DROP PRIMARY KEY, ADD PRIMARY KEY (snapshot_id, recorded_at)
  PARTITION BY RANGE (TO_DAYS(recorded_at)) (
    PARTITION p202501 VALUES LESS THAN (TO_DAYS('2025-02-01')),
    PARTITION p202502 VALUES LESS THAN (TO_DAYS('2025-03-01')),
    PARTITION p202503 VALUES LESS THAN (TO_DAYS('2025-04-01')),
    PARTITION p202504 VALUES LESS THAN (TO_DAYS('2025-05-01')),
    PARTITION p202505 VALUES LESS THAN (TO_DAYS('2025-06-01')),
    PARTITION p202506 VALUES LESS THAN (TO_DAYS('2025-07-01')),
    PARTITION pmax VALUES LESS THAN MAXVALUE);
