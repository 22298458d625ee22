INSERT INTO users (username, email) VALUES ('nina', 'nina@example.org');
UPDATE users SET email = 'changed@example.org' WHERE id = 3;
UPDATE users SET username = 'user-four' WHERE id = 4;
DELETE FROM users WHERE id = 15;
