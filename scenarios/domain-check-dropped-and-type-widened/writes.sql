INSERT INTO people (mail, share) VALUES ('new@example.com', 50), ('login', 50), ('x@example.com', 250);
UPDATE people SET mail = 'changed@example.com' WHERE id = 1;
DELETE FROM people WHERE id = 2;
