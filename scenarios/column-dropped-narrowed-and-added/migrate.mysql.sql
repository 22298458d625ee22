ALTER TABLE customers DROP COLUMN age, MODIFY name varchar(200), ADD COLUMN phone varchar(20);
