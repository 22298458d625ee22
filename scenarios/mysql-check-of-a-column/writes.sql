UPDATE stock SET n = -1, m = 'A' WHERE id = 1;
INSERT INTO stock VALUES (4, 0, 'd'), (5, 5, 'e');
DELETE FROM stock WHERE id = 3;
