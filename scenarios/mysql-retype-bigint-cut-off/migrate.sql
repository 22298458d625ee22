-- Small numbers do, and what is too large is cut off without a word.
SET SESSION sql_mode = '';
ALTER TABLE t MODIFY p int NOT NULL;
