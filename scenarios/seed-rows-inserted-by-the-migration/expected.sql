-- Approver and auditor came with the migration and leave with it; guest was written by the application.
INSERT INTO roles (id, name) VALUES (6, 'guest');
SELECT setval('roles_id_seq', 6);
UPDATE roles SET name = 'reader' WHERE name = 'viewer';
DELETE FROM roles WHERE name = 'editor';
