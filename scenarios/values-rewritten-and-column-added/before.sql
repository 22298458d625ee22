CREATE TABLE phones (id int AUTO_INCREMENT PRIMARY KEY, number varchar(30) NOT NULL, seen timestamp NOT NULL DEFAULT '2024-01-01 00:00:00' ON UPDATE CURRENT_TIMESTAMP);
INSERT INTO phones (number) VALUES ('+49 30 1'), ('+49 30 2'), ('030 3'), ('030 4'), ('5');
CREATE TABLE calls (id int PRIMARY KEY, phone int, CONSTRAINT calls_phone FOREIGN KEY (phone) REFERENCES phones (id));
INSERT INTO calls VALUES (1, 1), (2, 5);
