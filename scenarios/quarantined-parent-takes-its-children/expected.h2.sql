INSERT INTO parents (code) VALUES ('P5');
INSERT INTO children (parent_id, v) VALUES (5, 'fits');
INSERT INTO grandchildren (child_id, v) VALUES (7, 'fits');
UPDATE children SET v = 'changed' WHERE id = 1;
DELETE FROM grandchildren WHERE id = 6;
