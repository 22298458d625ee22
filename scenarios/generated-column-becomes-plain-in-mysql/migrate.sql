-- The application computes it.
ALTER TABLE t MODIFY twice int;
