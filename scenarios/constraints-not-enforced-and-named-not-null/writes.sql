INSERT INTO kids (parent_id, age, name, nick) VALUES (77, 70, 'New orphan', 'n');
UPDATE kids SET age = 6 WHERE id = 2;
DELETE FROM kids WHERE id = 3;
