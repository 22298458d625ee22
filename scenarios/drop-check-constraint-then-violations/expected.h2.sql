INSERT INTO ratings (stars) VALUES (4);
UPDATE ratings SET stars = 5 WHERE id = 1;
DELETE FROM ratings WHERE id = 2;
