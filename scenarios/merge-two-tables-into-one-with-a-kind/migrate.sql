-- Dogs and cats are both pets.
CREATE TABLE pets (id serial PRIMARY KEY, kind varchar(3) NOT NULL, name text NOT NULL, bark boolean, lives smallint, old_id integer);
INSERT INTO pets (kind, name, bark, old_id) SELECT 'dog', name, bark, id FROM dogs ORDER BY id;
INSERT INTO pets (kind, name, lives, old_id) SELECT 'cat', name, lives, id FROM cats ORDER BY id;
DROP TABLE dogs;
DROP TABLE cats;
