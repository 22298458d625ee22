INSERT INTO stock VALUES (4, 4, 4);
UPDATE stock SET n = 6 WHERE id = 1;
DELETE FROM stock WHERE id = 3;
