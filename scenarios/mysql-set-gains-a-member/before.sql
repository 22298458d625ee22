CREATE TABLE f (id int PRIMARY KEY, s set('a','b') NOT NULL DEFAULT '');
INSERT INTO f VALUES (1,'a,b'),(2,''),(3,'b');
