-- What is added from now on is of another character set.
ALTER TABLE d CHARACTER SET utf8mb4, ADD note varchar(10);
