INSERT INTO kids (parent_id, age, name, nick) VALUES (77, 70, 'New orphan', 'n');
ALTER TABLE kids DROP CONSTRAINT kids_has_a_nick;
UPDATE kids SET age = 6 WHERE id = 2;
ALTER TABLE kids ADD CONSTRAINT kids_has_a_nick NOT NULL nick NOT VALID;
DELETE FROM kids WHERE id = 3;
