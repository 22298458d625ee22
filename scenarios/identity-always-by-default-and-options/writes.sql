INSERT INTO a_always (v) VALUES ('a6'), ('a7');
INSERT INTO b_default VALUES (6, 'b6');
INSERT INTO c_plain (v) VALUES ('c100');
UPDATE a_always SET v = 'changed' WHERE id = 10;
DELETE FROM b_default WHERE id = 2;
DELETE FROM c_plain WHERE id = 3;
