CREATE TABLE tags (tag varchar(20) NOT NULL, n int, PRIMARY KEY (tag)) CHARACTER SET latin1;
CREATE TABLE uses (id int PRIMARY KEY, tag varchar(20) NOT NULL, KEY uses_tag (tag), CONSTRAINT uses_of FOREIGN KEY (tag) REFERENCES tags (tag)) CHARACTER SET latin1;
INSERT INTO tags VALUES ('café',1),('plain',2),('gone',3);
INSERT INTO uses VALUES (1,'café'),(2,'plain');
