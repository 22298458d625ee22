UPDATE stock SET n = 22, at = '2022-01-01 00:00:00' WHERE id = 2;
DELETE FROM stock WHERE id = 3;
INSERT INTO stock (id, n) VALUES (5, 5);
DROP TRIGGER changed;
UPDATE stock SET at = '2021-01-01 00:00:00' WHERE id = 1;
DELETE FROM log;
ALTER TABLE log AUTO_INCREMENT = 1;
INSERT INTO log (what) VALUES ('1 to -1'), ('2 to 22'), ('gone');
