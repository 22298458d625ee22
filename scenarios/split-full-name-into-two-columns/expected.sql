-- New and changed names were only ever stored in the new columns.
INSERT INTO persons (full_name, born) VALUES (NULL, '1912-06-23');
UPDATE persons SET born = '-infinity' WHERE id = 2;
DELETE FROM persons WHERE id = 3;
