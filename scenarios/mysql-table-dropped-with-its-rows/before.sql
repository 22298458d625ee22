CREATE TABLE p (id int PRIMARY KEY, v varchar(5));
CREATE TABLE c (id int AUTO_INCREMENT PRIMARY KEY, p int NOT NULL, b longblob, CONSTRAINT c_p FOREIGN KEY (p) REFERENCES p (id));
INSERT INTO p VALUES (1,'a'),(2,'b');
INSERT INTO c (p, b) VALUES (1,x'00FF'),(1,NULL),(2,x'');
