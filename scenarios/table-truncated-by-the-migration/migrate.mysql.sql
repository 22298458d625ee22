-- All tokens are void with the new hash.
DELETE FROM uses;
DELETE FROM tokens;
ALTER TABLE tokens DROP COLUMN salt;
