INSERT INTO people VALUES (4, 'NZ', 'Kiri'), (1, 'DE', 'Ada the second');
UPDATE people SET name = 'Cyd' WHERE id = 3;
DELETE FROM people WHERE id = 2;
