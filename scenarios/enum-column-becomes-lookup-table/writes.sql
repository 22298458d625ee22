INSERT INTO colours (name) VALUES ('pink');
INSERT INTO bikes (colour_id, model) VALUES (4, 'Model 10');
UPDATE bikes SET model = 'Changed' WHERE id = 1;
DELETE FROM bikes WHERE id = 2;
