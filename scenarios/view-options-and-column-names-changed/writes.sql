INSERT INTO open_base VALUES (9, 'via view', 500);
UPDATE labels SET label = 'renamed' WHERE id = 1;
DELETE FROM base WHERE id = 2;
