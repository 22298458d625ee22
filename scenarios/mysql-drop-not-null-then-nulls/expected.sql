INSERT INTO users (id, email) VALUES (4, 'd@x'), (5, 'tmp');
DELETE FROM users WHERE id = 5;
UPDATE users SET name = 'Bobby' WHERE id = 2;
DELETE FROM users WHERE id = 3;
