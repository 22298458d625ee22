CREATE TABLE a (id int PRIMARY KEY, v varchar(10), w int, KEY a_w (w));
CREATE TABLE b (id int PRIMARY KEY, a int, CONSTRAINT b_a FOREIGN KEY (a) REFERENCES a (id));
CREATE TABLE old_log (id int PRIMARY KEY, line text);
INSERT INTO a VALUES (1,'x',1),(2,'y',2),(3,'z',3);
INSERT INTO b VALUES (1,1),(2,2);
INSERT INTO old_log VALUES (1,'hello');
