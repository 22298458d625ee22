INSERT INTO users (email) VALUES ('d@x'), (NULL);
UPDATE users SET email = NULL, name = 'Bobby' WHERE id = 2;
DELETE FROM users WHERE id = 3;
