-- All tokens are void with the new hash.
TRUNCATE TABLE uses;
DELETE FROM tokens;
ALTER TABLE tokens DROP COLUMN salt;
