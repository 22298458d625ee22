CREATE TABLE a (id int PRIMARY KEY AUTO_INCREMENT, v int, n varchar(20) DEFAULT 'x');
CREATE TABLE b (id int PRIMARY KEY AUTO_INCREMENT, a_id int NOT NULL, v int, KEY b_a (a_id), CONSTRAINT b_of_a FOREIGN KEY (a_id) REFERENCES a (id));
INSERT INTO a (v) VALUES (1),(2),(3);
INSERT INTO b (a_id, v) VALUES (1,1),(2,2),(3,3);
