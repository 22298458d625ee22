INSERT INTO f (id, a, b) VALUES (4,4,'w'),(5,1,'again');
UPDATE f SET b = 'yy' WHERE id = 2;
DELETE FROM f WHERE id = 3;
