INSERT INTO users VALUES (4, 'c@x', 3000000000), (5, 'd@x', 5);
UPDATE users SET mail = 'new@x' WHERE id = 1;
DELETE FROM users WHERE id = 2;
