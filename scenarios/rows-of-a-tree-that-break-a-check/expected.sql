UPDATE parts SET pieces = 9 WHERE id = 3;
INSERT INTO parts VALUES (14, 4, 3);
