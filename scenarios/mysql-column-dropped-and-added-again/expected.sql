-- The column that came back is another one: what was written into it is put aside with the table, with a word.
INSERT INTO members (id, nick, born) VALUES (5, NULL, '1995-05-05');
UPDATE members SET mail = 'c@x' WHERE id = 3;
DELETE FROM members WHERE id = 2;
