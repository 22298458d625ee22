-- Plain letters do, and others become question marks without a word.
SET SESSION sql_mode = '';
ALTER TABLE t MODIFY p varchar(40) CHARACTER SET latin1 NOT NULL;
