INSERT INTO users VALUES (4, 'A@X', 'other'), (5, 'e@x', 'carlaxx'), (6, 'f@x', NULL);
UPDATE users SET nick = 'bob' WHERE id = 2;
DELETE FROM users WHERE id = 1 AND email = 'nobody';
