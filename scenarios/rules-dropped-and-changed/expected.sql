INSERT INTO live VALUES (6, 'six'), (7, 'SEVEN');
UPDATE live SET v = 'two' WHERE id = 2;
-- Row 1 was deleted while the rule was away.
ALTER TABLE live DISABLE RULE live_keep;
DELETE FROM live WHERE id = 1;
ALTER TABLE live ENABLE RULE live_keep;
