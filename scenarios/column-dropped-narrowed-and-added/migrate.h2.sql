ALTER TABLE customers DROP COLUMN age;
ALTER TABLE customers ALTER COLUMN name SET DATA TYPE varchar(200);
ALTER TABLE customers ADD COLUMN phone varchar(20);
