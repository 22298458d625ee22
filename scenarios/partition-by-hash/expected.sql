INSERT INTO sessions VALUES (md5('new')::uuid, 'login9', '{}');
UPDATE sessions SET data = NULL WHERE token = md5('s3')::uuid;
DELETE FROM sessions WHERE login = 'login1';
