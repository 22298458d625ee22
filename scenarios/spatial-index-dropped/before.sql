CREATE TABLE places (id int NOT NULL PRIMARY KEY, name varchar(30), spot point NOT NULL);
CREATE SPATIAL INDEX places_spot ON places (spot);
INSERT INTO places VALUES (1, 'one', ST_GeomFromText('POINT(1 2)')), (2, 'two', ST_GeomFromText('POINT(3.5 -4)'));
