INSERT INTO k (region, v) VALUES (2,4);
UPDATE k SET v = 20 WHERE id = 2;
DELETE FROM k WHERE id = 3;
