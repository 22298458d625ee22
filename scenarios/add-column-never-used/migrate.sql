-- A column for the coming release, which nobody fills yet.
ALTER TABLE products ADD COLUMN weight_grams integer;
COMMENT ON COLUMN products.weight_grams IS 'Used from the next release on';
