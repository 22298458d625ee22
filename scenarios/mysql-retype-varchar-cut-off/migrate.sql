-- Short names do, and what is too long is cut off without a word.
SET SESSION sql_mode = '';
ALTER TABLE t MODIFY p varchar(8) NOT NULL;
