-- Nobody expected the negative price, on which the last statement fails.
ALTER TABLE offers DROP COLUMN vat;
DROP INDEX offers_title_idx;
ALTER TABLE offers ALTER COLUMN title SET DATA TYPE varchar;
ALTER TABLE offers ADD CONSTRAINT offers_price_check CHECK (price >= 0);
