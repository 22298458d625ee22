INSERT INTO stock VALUES (4, 4, 4), (5, -5, -9);
UPDATE stock SET n = -1 WHERE id = 2;
UPDATE stock SET n = 6 WHERE id = 1;
DELETE FROM stock WHERE id = 3;
