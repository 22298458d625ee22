INSERT INTO children VALUES (3, 2), (4, 44);
UPDATE children SET parent = 1 WHERE id = 2;
DELETE FROM children WHERE id = 1;
