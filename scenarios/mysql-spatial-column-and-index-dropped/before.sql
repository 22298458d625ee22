CREATE TABLE s (id int PRIMARY KEY, at point NOT NULL SRID 4326, area polygon, v int, SPATIAL KEY s_at (at));
INSERT INTO s VALUES (1,ST_GeomFromText('POINT(1 2)',4326),NULL,1),(2,ST_GeomFromText('POINT(3 4)',4326),ST_GeomFromText('POLYGON((0 0,1 0,1 1,0 0))'),2),(3,ST_GeomFromText('POINT(5 6)',4326),NULL,3);
