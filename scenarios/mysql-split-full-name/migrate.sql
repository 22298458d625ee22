-- One name becomes two.
ALTER TABLE people ADD first_name varchar(30), ADD last_name varchar(30);
UPDATE people SET first_name = SUBSTRING_INDEX(full_name,' ',1), last_name = SUBSTRING_INDEX(full_name,' ',-1);
ALTER TABLE people DROP COLUMN full_name;
