-- All tokens are void with the new hash.
TRUNCATE tokens, uses;
ALTER TABLE tokens DROP COLUMN salt;
