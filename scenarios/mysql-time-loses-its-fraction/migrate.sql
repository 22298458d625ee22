-- Seconds will do.
ALTER TABLE laps MODIFY t time NOT NULL;
