INSERT INTO users VALUES (5, 'd@x', 5);
UPDATE users SET mail = 'new@x' WHERE id = 1;
DELETE FROM users WHERE id = 2;
