CREATE TABLE users (id int PRIMARY KEY, email varchar(50) NOT NULL, UNIQUE KEY users_email (email));
INSERT INTO users VALUES (1,'a@x'),(2,'b@x'),(3,'c@x');
