-- The lower partition grew too big.
ALTER TABLE points DETACH PARTITION points_low;
ALTER TABLE points_low RENAME TO points_low_before;
CREATE TABLE points_low_a PARTITION OF points FOR VALUES FROM (0) TO (50);
CREATE TABLE points_low_b PARTITION OF points FOR VALUES FROM (50) TO (100);
INSERT INTO points SELECT * FROM points_low_before;
DROP TABLE points_low_before;
