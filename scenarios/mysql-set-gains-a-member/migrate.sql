-- One more flag.
ALTER TABLE f MODIFY s set('a','b','c') NOT NULL DEFAULT '';
