-- Documents become plain text.
ALTER TABLE t MODIFY p longtext;
