INSERT INTO u VALUES (4,'A'),(5,'d');
UPDATE u SET code = 'B' WHERE id = 2;
DELETE FROM u WHERE id = 3;
