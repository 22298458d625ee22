CREATE TABLE users (id int PRIMARY KEY, name varchar(20), bio text);
INSERT INTO users VALUES (1,'Ada','math'),(2,'Bob',NULL),(3,'Cyd','gone');
