-- Profiles come back as they were; what was written into the merged columns is lost.
INSERT INTO users (login) VALUES ('fresh');
UPDATE users SET login = 'renamed' WHERE id = 2;
DELETE FROM users WHERE id = 8;
