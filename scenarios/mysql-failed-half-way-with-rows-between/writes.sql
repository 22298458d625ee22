INSERT INTO a (v, kind) VALUES (4,'new');
UPDATE a SET v = 20 WHERE id = 2;
DELETE FROM b WHERE id = 3;
