-- Row 5 was xs and is m now; row 10 was xs, was not written since and is xs again.
INSERT INTO shirts (size) VALUES ('l');
UPDATE shirts SET size = 'xl' WHERE id = 1;
UPDATE shirts SET size = 'm' WHERE id = 5;
DELETE FROM shirts WHERE id = 2;
