INSERT INTO users VALUES (5,'d@x');
UPDATE users SET email = 'e@x' WHERE id = 2;
DELETE FROM users WHERE id = 3;
