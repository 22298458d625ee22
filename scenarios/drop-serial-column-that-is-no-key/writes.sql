INSERT INTO cases (code, title) VALUES ('NEW', 'New case');
UPDATE cases SET title = 'Changed' WHERE code = 'K1';
DELETE FROM cases WHERE code = 'K2';
