-- Home-made helpers are given up.
DROP OPERATOR + (pair, pair);
DROP CAST (text AS pair);
DROP FUNCTION pair_sum(pair, pair);
DROP FUNCTION pair_from_text(text);
DROP TEXT SEARCH CONFIGURATION plain_search;
ALTER TABLE goods ALTER COLUMN name TYPE text COLLATE "C";
DROP COLLATION plain;
