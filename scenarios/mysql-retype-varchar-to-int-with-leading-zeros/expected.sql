INSERT INTO codes VALUES (5,'8',5);
UPDATE codes SET v = 10 WHERE id = 1;
UPDATE codes SET code = '43' WHERE id = 2;
DELETE FROM codes WHERE id = 4;
