INSERT INTO users (name) VALUES ('User 7');
INSERT INTO app.logins VALUES (7, '2024-06-01');
UPDATE users SET name = 'Renamed' WHERE id = 1;
DELETE FROM users WHERE id = 2;
