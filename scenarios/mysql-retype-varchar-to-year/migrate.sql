-- A year is a year.
ALTER TABLE t MODIFY p year;
