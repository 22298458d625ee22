CREATE TABLE users (id int AUTO_INCREMENT PRIMARY KEY, email varchar(50) NOT NULL, name varchar(20) NOT NULL DEFAULT 'none');
INSERT INTO users (email, name) VALUES ('a@x','Ada'),('b@x','Bob'),('c@x','Cyd');
