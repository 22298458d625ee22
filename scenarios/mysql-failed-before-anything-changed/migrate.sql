-- The very first statement fails.
ALTER TABLE a ADD COLUMN n varchar(20);
