-- Numbers may come twice.
ALTER TABLE k DROP PRIMARY KEY;
