INSERT INTO goods VALUES (4,-1),(5,1);
UPDATE goods SET price = 6 WHERE id = 1;
DELETE FROM goods WHERE id = 3;
