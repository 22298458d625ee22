-- Two digits are enough.
ALTER TABLE t MODIFY p decimal(12,2) NOT NULL;
