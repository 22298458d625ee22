INSERT INTO p VALUES (3,'c');
UPDATE p SET v = 'z' WHERE id = 2;
