ALTER TABLE nobody ADD COLUMN age int;
