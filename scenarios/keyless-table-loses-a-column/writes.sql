INSERT INTO samples VALUES ('new', 5);
DELETE FROM samples WHERE label = 'x';
