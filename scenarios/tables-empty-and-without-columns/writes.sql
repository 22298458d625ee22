INSERT INTO empty_one (id) VALUES (1), (2);
UPDATE empty_one SET b = 'changed' WHERE id = 1;
DELETE FROM empty_one WHERE id = 2;
