-- Coordinates get decimals; two functions that use the table's row type stay where they are.
DROP VIEW sums;
DROP MATERIALIZED VIEW max_x;
ALTER TABLE points DROP COLUMN hidden;
ALTER TABLE points ALTER COLUMN x TYPE numeric(8,2);
CREATE VIEW sums AS SELECT id, x + y AS s FROM points;
