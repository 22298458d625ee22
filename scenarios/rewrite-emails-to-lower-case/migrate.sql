-- Addresses are compared in lower case from now on.
UPDATE subscribers SET email = lower(email);
ALTER TABLE subscribers DROP CONSTRAINT subscribers_email_key;
CREATE UNIQUE INDEX subscribers_email_lower_idx ON subscribers (lower(email));
