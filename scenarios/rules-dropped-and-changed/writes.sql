INSERT INTO live VALUES (6, 'six');
INSERT INTO live_view VALUES (7, 'seven');
UPDATE live SET v = 'two' WHERE id = 2;
DELETE FROM live WHERE id = 1;
