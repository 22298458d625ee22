CREATE TABLE parents (id int NOT NULL PRIMARY KEY, name varchar(10));
CREATE TABLE children (id int NOT NULL PRIMARY KEY, parent int NOT NULL, CONSTRAINT children_parent FOREIGN KEY (parent) REFERENCES parents (id) ON DELETE CASCADE ON UPDATE CASCADE);
INSERT INTO parents VALUES (1, 'a'), (2, 'b');
INSERT INTO children VALUES (1, 1), (2, 2);
