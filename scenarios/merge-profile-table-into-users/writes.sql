INSERT INTO users (login, bio) VALUES ('fresh', 'I am new');
UPDATE users SET login = 'renamed' WHERE id = 2;
UPDATE users SET bio = 'Changed' WHERE id = 3;
DELETE FROM users WHERE id = 8;
