INSERT INTO persons (first_name, last_name, born) VALUES ('Alan', 'Turing', '1912-06-23');
UPDATE persons SET last_name = 'King' WHERE id = 1;
UPDATE persons SET born = '-infinity' WHERE id = 2;
DELETE FROM persons WHERE id = 3;
