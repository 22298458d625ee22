-- Moments instead of clock readings.
SET SESSION time_zone = '+00:00';
ALTER TABLE t MODIFY p timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP;
