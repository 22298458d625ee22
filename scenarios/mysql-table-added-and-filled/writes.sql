INSERT INTO extra (p) VALUES (1);
UPDATE p SET extra = 1 WHERE id = 1;
INSERT INTO p VALUES (3,'c',NULL);
UPDATE p SET v = 'z' WHERE id = 2;
