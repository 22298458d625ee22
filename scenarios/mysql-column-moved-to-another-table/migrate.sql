-- What users say about themselves gets its own table.
CREATE TABLE profiles (user_id int PRIMARY KEY, bio text, CONSTRAINT profiles_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE);
INSERT INTO profiles SELECT id, bio FROM users;
ALTER TABLE users DROP COLUMN bio;
