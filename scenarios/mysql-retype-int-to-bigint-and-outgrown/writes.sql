INSERT INTO parts VALUES (5,2147483648,'big'),(6,77,'ok');
UPDATE parts SET label = 'first' WHERE id = 1;
DELETE FROM parts WHERE id = 4;
