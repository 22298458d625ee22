-- Nothing is unique any more.
ALTER TABLE t DROP CONSTRAINT t_a;
ALTER TABLE t DROP CONSTRAINT t_b;
DROP INDEX t_c;
