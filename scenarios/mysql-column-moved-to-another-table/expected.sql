INSERT INTO users VALUES (4,'Dan',NULL);
UPDATE users SET name = 'Robert' WHERE id = 2;
DELETE FROM users WHERE id = 3;
