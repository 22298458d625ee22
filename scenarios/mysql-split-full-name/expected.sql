INSERT INTO people (id) VALUES (4);
DELETE FROM people WHERE id = 3;
