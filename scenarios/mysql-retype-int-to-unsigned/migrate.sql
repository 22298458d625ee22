-- Nothing is below zero.
ALTER TABLE t MODIFY p int unsigned NOT NULL;
