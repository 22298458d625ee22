-- Lengths vary.
ALTER TABLE t MODIFY p varchar(10) NOT NULL;
