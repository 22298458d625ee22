INSERT INTO core (v) VALUES ('v6');
UPDATE core SET v = 'changed' WHERE id = 1;
DELETE FROM core WHERE id = 2;
