INSERT INTO tokens VALUES ('new-token', 'user1'), ('other', 'user2');
INSERT INTO uses (token, n) VALUES ('new-token', 1);
UPDATE tokens SET login = 'user3' WHERE token = 'other';
DELETE FROM tokens WHERE token = 'other';
