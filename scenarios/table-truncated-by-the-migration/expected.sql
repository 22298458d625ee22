-- What the migration emptied is back, beside what was written since.
INSERT INTO tokens (token, login) VALUES ('new-token', 'user1');
INSERT INTO uses (token, n) VALUES ('new-token', 1);
