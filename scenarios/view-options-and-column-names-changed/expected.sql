-- The check option of the view does not bind the rows that are in the table by now.
INSERT INTO base VALUES (9, 'via view', 500);
UPDATE names SET name = 'renamed' WHERE id = 1;
DELETE FROM base WHERE id = 2;
