-- Codes become numbers.
ALTER TABLE codes MODIFY code int;
