INSERT INTO addresses (city) VALUES ('Salem');
UPDATE addresses SET city = 'Bonn' WHERE id = 2;
DELETE FROM addresses WHERE id = 3;
