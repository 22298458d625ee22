INSERT INTO places VALUES (3, 'three', ST_GeomFromText('POINT(0 0)'));
UPDATE places SET spot = ST_GeomFromText('POINT(9 9)') WHERE id = 1;
DELETE FROM places WHERE id = 2;
