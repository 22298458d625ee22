--! index invisible => index %schema%.only_mysql.functional
ALTER TABLE only_mysql ALTER INDEX functional INVISIBLE;
--! functional part => index %schema%.only_mysql.functional_unique
ALTER TABLE only_mysql DROP INDEX functional_unique, ADD UNIQUE KEY functional_unique ((id + 2));
--! check enforced => check constraint %schema%.only_mysql.unchecked
ALTER TABLE only_mysql ALTER CHECK unchecked ENFORCED;
--! spatial reference => table %schema%.only_mysql
ALTER TABLE only_mysql DROP INDEX spot;
ALTER TABLE only_mysql MODIFY spot point NOT NULL;
--! parser => index %schema%.ngrams.grams
ALTER TABLE ngrams DROP INDEX grams;
ALTER TABLE ngrams ADD FULLTEXT KEY grams (t) COMMENT 'parsed';
