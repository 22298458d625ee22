INSERT INTO a_always (id, v) OVERRIDING SYSTEM VALUE VALUES (51, 'a6'), (52, 'a7');
SELECT setval('a_always_id_seq', 52);
INSERT INTO b_default (v) VALUES ('b6');
INSERT INTO c_plain VALUES (100, 'c100');
UPDATE a_always SET v = 'changed' WHERE id = 10;
DELETE FROM b_default WHERE id = 2;
DELETE FROM c_plain WHERE id = 3;
