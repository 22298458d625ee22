INSERT INTO field VALUES (10, 2, 'later');
UPDATE field SET element = 'titel' WHERE field_id = 1;
DELETE FROM field WHERE field_id = 2;
