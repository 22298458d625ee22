-- Notes are cut to 20 characters.
ALTER TABLE notes ALTER COLUMN body TYPE varchar(20) USING body::varchar(20);
