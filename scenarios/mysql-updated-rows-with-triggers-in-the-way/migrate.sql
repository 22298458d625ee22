-- Stock may be owed.
ALTER TABLE stock DROP CONSTRAINT stock_n;
