UPDATE docs SET v = 10 WHERE id = 1;
DELETE FROM docs WHERE id = 4;
INSERT INTO docs VALUES (5,'[]',5);
