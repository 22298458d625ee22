INSERT INTO people (mail, share) VALUES ('new@example.com', 50);
SELECT setval('people_id_seq', 12);
UPDATE people SET mail = 'changed@example.com' WHERE id = 1;
DELETE FROM people WHERE id = 2;
