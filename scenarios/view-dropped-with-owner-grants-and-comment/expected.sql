INSERT INTO base VALUES (6, 's6', 'o6');
UPDATE base SET open = 'changed' WHERE id = 1;
DELETE FROM base WHERE id = 2;
