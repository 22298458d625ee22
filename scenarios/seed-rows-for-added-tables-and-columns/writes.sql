INSERT INTO roles VALUES (5, 'guest');
INSERT INTO users VALUES (4, 'dan', 4);
UPDATE users SET name = 'Ann', role_id = 5 WHERE id = 1;
DELETE FROM users WHERE id = 2;
INSERT INTO grants VALUES (4, 'later');
