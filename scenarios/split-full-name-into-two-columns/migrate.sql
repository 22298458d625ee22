-- First and last name are asked for apart.
ALTER TABLE persons ADD COLUMN first_name varchar(50), ADD COLUMN last_name varchar(50);
UPDATE persons SET first_name = split_part(full_name, ' ', 1), last_name = substr(full_name, strpos(full_name, ' ') + 1);
ALTER TABLE persons DROP COLUMN full_name;
