CREATE TABLE users (id int NOT NULL PRIMARY KEY, email varchar(50) NOT NULL, nick varchar(20), UNIQUE KEY users_email (email), UNIQUE KEY users_nick (nick(5)));
INSERT INTO users VALUES (1, 'a@x', 'anna'), (2, 'b@x', NULL), (3, 'c@x', 'carla');
