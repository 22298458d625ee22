INSERT INTO docs.t VALUES (6, 'v6', 6);
UPDATE docs.t SET w = 60 WHERE id = 1;
DELETE FROM docs.t WHERE id = 2;
