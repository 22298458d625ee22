INSERT INTO sessions VALUES ('s6', 'six');
INSERT INTO clients VALUES ('c6', 's6', NULL), ('c7', 's4', 'c6');
UPDATE a_roles SET note = 'later' WHERE client_id = 'c5';
DELETE FROM a_roles WHERE role_id = 'r2';
DELETE FROM roles WHERE id = 'r2';
