-- Stock may be owed.
ALTER TABLE stock DROP CONSTRAINT stock_n, DROP CONSTRAINT stock_low;
