UPDATE stock SET m = 'A' WHERE id = 1;
INSERT INTO stock VALUES (5, 5, 'e');
DELETE FROM stock WHERE id = 3;
