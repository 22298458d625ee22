-- Logins without @ are fine, and percent is just a number.
ALTER DOMAIN email_address DROP CONSTRAINT email_address_at;
ALTER DOMAIN email_address DROP DEFAULT;
ALTER TABLE people ALTER COLUMN share TYPE numeric;
DROP DOMAIN percent;
COMMENT ON DOMAIN email_address IS NULL;
