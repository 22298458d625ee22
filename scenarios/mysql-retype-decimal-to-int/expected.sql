INSERT INTO prices VALUES (5,7,5);
UPDATE prices SET v = 10 WHERE id = 1;
UPDATE prices SET p = 3 WHERE id = 2;
DELETE FROM prices WHERE id = 4;
