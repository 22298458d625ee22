-- Numbers get tighter rules.
ALTER TABLE t DROP CONSTRAINT n_small;
ALTER TABLE t ADD CONSTRAINT n_small CHECK (n < 99), ADD CONSTRAINT n_big CHECK (n > 0);
