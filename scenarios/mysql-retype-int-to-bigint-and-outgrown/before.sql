CREATE TABLE parts (id int PRIMARY KEY, n int, label varchar(9));
INSERT INTO parts VALUES (1,2147483647,'max'),(2,-2147483648,'min'),(3,NULL,'null'),(4,0,'gone');
