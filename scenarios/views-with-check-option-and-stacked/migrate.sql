-- The hidden flag becomes a state, and the views follow.
DROP VIEW totals, cheap;
CREATE OR REPLACE VIEW shown AS SELECT id, price, 'shown' AS state FROM items;
ALTER TABLE items DROP COLUMN hidden;
