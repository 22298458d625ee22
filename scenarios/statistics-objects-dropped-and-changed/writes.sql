INSERT INTO cars (make, year) VALUES ('Make9', 2024);
UPDATE cars SET year = 1999 WHERE id = 1;
DELETE FROM cars WHERE id = 2;
