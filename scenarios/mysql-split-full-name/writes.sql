INSERT INTO people (first_name, last_name) VALUES ('Dan','Dare');
UPDATE people SET first_name = 'Robert' WHERE id = 2;
DELETE FROM people WHERE id = 3;
