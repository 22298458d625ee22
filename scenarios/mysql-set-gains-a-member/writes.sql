INSERT INTO f VALUES (4,'a'),(5,'a,c');
UPDATE f SET s = 'b' WHERE id = 2;
DELETE FROM f WHERE id = 3;
