-- Readings of 2022 are thought to be archived; they were not.
ALTER TABLE readings DROP PARTITION p2022;
