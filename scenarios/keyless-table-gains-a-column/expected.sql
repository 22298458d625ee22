INSERT INTO samples VALUES ('twin', 1);
UPDATE samples SET v = 3 WHERE label = 'x';
DELETE FROM samples WHERE label IS NULL;
