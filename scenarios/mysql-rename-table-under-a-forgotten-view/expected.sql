INSERT INTO p (code, v) VALUES ('d',4);
INSERT INTO c VALUES (3,43);
UPDATE p SET v = 20 WHERE code = 'b';
DELETE FROM p WHERE code = 'c';
