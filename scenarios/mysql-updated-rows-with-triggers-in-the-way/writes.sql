UPDATE stock SET n = -1, at = '2021-01-01 00:00:00' WHERE id = 1;
INSERT INTO stock (id, n) VALUES (4, 0), (5, 5);
UPDATE stock SET n = 22, at = '2022-01-01 00:00:00' WHERE id = 2;
DELETE FROM stock WHERE id = 3;
