INSERT INTO roles VALUES (5, 'guest');
INSERT INTO users VALUES (4, 'dan');
UPDATE users SET name = 'Ann' WHERE id = 1;
DELETE FROM users WHERE id = 2;
