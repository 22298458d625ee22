INSERT INTO points VALUES (100, 49, 'edge'), (101, 50, 'edge'), (102, 199, 'high edge');
UPDATE points SET x = 99 WHERE id = 0;
UPDATE points SET x = 1 WHERE id = 20;
DELETE FROM points WHERE id = 5;
