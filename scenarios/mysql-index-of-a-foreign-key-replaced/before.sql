CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, p_id int NOT NULL, v int, KEY c_p (p_id), CONSTRAINT c_of_p FOREIGN KEY (p_id) REFERENCES p (id));
INSERT INTO p VALUES (1),(2),(3);
INSERT INTO c VALUES (1,1,1),(2,2,2),(3,3,3);
