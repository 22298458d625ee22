-- What was checked is not, and the other way round.
UPDATE c SET b = 5 WHERE b > 10;
ALTER TABLE c DROP CONSTRAINT c_on, DROP CONSTRAINT c_off, ADD CONSTRAINT c_off CHECK (b < 10), DROP CONSTRAINT c_chk_1;
