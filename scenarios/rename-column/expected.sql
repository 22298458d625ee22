INSERT INTO users (username, mail) VALUES ('nina', 'nina@example.org');
UPDATE users SET mail = 'changed@example.org' WHERE id = 3;
UPDATE users SET username = 'user-four' WHERE id = 4;
DELETE FROM users WHERE id = 15;
