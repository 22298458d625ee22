INSERT INTO a VALUES (4,'q');
INSERT INTO b (id, a, kind) VALUES (3,4,'z');
UPDATE a SET v = 'xx' WHERE id = 1;
DELETE FROM a WHERE id = 3;
