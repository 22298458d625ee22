-- A contact may come without a phone.
ALTER TABLE contacts ALTER COLUMN phone DROP NOT NULL;
