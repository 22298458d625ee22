-- A flag is a bit.
ALTER TABLE t MODIFY p bit(1) NOT NULL DEFAULT b'1';
