-- The shared sequence must not run into any number given out since, in either table.
INSERT INTO a (no, v) VALUES (1000, 'a1000');
INSERT INTO b VALUES (500, 'b500');
UPDATE a SET v = 'changed' WHERE no = 100;
DELETE FROM b WHERE no = 104;
SELECT setval('global_no', 1000);
