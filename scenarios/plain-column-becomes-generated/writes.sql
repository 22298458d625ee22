INSERT INTO names (first, last) VALUES ('Grace', 'Hopper');
UPDATE names SET last = 'T.' WHERE id = 2;
DELETE FROM names WHERE id = 3;
