-- Profiles are merged into users.
ALTER TABLE users ADD COLUMN bio text, ADD COLUMN avatar bytea;
UPDATE users u SET bio = p.bio, avatar = p.avatar FROM profiles p WHERE p.user_id = u.id;
DROP TABLE profiles;
