-- Nothing is gone any more; rows that were become nothing without a word.
SET SESSION sql_mode = '';
ALTER TABLE t MODIFY p enum('done','open') NOT NULL;
