INSERT INTO core (v) VALUES ('v6');
INSERT INTO reporting.daily VALUES ('2024-01-02', 6);
UPDATE core SET v = 'changed' WHERE id = 1;
DELETE FROM core WHERE id = 2;
