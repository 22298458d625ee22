-- What was checked is not, and the other way round.
UPDATE c SET b = 5 WHERE b > 10;
ALTER TABLE c ALTER CHECK c_off ENFORCED, ALTER CHECK c_on NOT ENFORCED, DROP CHECK c_chk_1;
