INSERT INTO points (x, y) VALUES (100, 1);
UPDATE points SET y = 0 WHERE id = 1;
DELETE FROM points WHERE id = 2;
