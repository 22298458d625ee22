INSERT INTO users (name) VALUES ('New');
UPDATE users SET locale = 'fr_FR' WHERE id = 1;
UPDATE users SET born = '2000-01-01' WHERE id = 3;
DELETE FROM users WHERE id = 5;
