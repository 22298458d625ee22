INSERT INTO roles (name) VALUES ('guest');
UPDATE roles SET name = 'reader' WHERE name = 'viewer';
DELETE FROM roles WHERE name = 'editor';
