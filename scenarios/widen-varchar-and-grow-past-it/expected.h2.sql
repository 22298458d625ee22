-- Two of the new cities are too long for the old columns.
INSERT INTO cities (name, zip) VALUES ('Rome', '00100');
UPDATE cities SET name = 'City Two' WHERE id = 2;
UPDATE cities SET zip = '12345' WHERE id = 3;
DELETE FROM cities WHERE id = 1;
