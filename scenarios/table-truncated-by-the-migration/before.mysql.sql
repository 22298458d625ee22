CREATE TABLE tokens (token varchar(40) PRIMARY KEY, login varchar(20) NOT NULL, salt text);
CREATE TABLE uses (id int AUTO_INCREMENT PRIMARY KEY, token varchar(40), n int, FOREIGN KEY (token) REFERENCES tokens (token) ON DELETE CASCADE);
INSERT INTO tokens VALUES ('t1', 'user1', 'salt'), ('t2', 'user2', 'salt'), ('t3', 'user3', 'salt'), ('t4', 'user4', 'salt');
INSERT INTO uses (token, n) VALUES ('t2', 1), ('t3', 2), ('t4', 3), ('t1', 4), ('t2', 5);
