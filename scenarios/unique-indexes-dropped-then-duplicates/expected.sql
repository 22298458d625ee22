INSERT INTO users VALUES (6, 'f@x', NULL);
UPDATE users SET nick = 'bob' WHERE id = 2;
