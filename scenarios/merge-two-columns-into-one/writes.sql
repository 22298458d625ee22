INSERT INTO addresses (line, city) VALUES ('Elm St 5', 'Salem');
UPDATE addresses SET city = 'Bonn' WHERE id = 2;
DELETE FROM addresses WHERE id = 3;
