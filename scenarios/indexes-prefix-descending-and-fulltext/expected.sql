INSERT INTO articles VALUES (4, 'On stones', 'Granite', 4);
UPDATE articles SET body = 'Finches' WHERE id = 2;
DELETE FROM articles WHERE id = 1;
