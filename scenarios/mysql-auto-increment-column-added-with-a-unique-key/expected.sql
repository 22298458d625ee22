INSERT INTO k (code, v) VALUES ('d',4);
UPDATE k SET v = 20 WHERE code = 'b';
DELETE FROM k WHERE code = 'c';
