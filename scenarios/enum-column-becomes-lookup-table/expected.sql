INSERT INTO bikes (model) VALUES ('Model 10');
UPDATE bikes SET model = 'Changed' WHERE id = 1;
DELETE FROM bikes WHERE id = 2;
