-- A list in a text becomes a set.
ALTER TABLE t MODIFY p set('a','b','c') NOT NULL;
