INSERT INTO users (name) VALUES ('User 6');
UPDATE users SET name = 'Renamed' WHERE id = 1;
DELETE FROM badges WHERE user_id = 2;
DELETE FROM users WHERE id = 2;
