-- Priorities get names, in the order of their numbers.
ALTER TABLE t MODIFY p enum('low','middle','high') NOT NULL;
