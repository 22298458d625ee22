-- The West is enough; what it has no letters for becomes question marks without a word.
SET SESSION sql_mode = '';
ALTER TABLE names DROP COLUMN kind;
ALTER TABLE names CONVERT TO CHARACTER SET latin1;
