INSERT INTO parents (code) VALUES ('P5'), ('MUCH-LONGER');
INSERT INTO children (parent_id, v) VALUES (5, 'fits'), (6, 'has no parent then');
INSERT INTO grandchildren (child_id, v) VALUES (7, 'fits'), (8, 'has no parent either');
UPDATE children SET v = 'changed' WHERE id = 1;
DELETE FROM grandchildren WHERE id = 6;
