INSERT INTO members (id, nick, born) VALUES (5, 'eve', '1995-05-05');
UPDATE members SET nick = 'anna' WHERE id = 1;
UPDATE members SET mail = 'c@x' WHERE id = 3;
DELETE FROM members WHERE id = 2;
