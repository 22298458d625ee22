-- States become their numbers.
ALTER TABLE t MODIFY p int NOT NULL;
