CREATE TABLE k (code varchar(10) NOT NULL, v int, PRIMARY KEY (code));
INSERT INTO k VALUES ('a',1),('b',2),('c',3);
