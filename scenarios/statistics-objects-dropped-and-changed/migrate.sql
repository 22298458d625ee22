-- The planner needs other hints.
DROP STATISTICS cars_dep;
ALTER STATISTICS cars_mcv SET STATISTICS 10;
ALTER STATISTICS cars_mcv RENAME TO cars_common;
ALTER TABLE cars DROP COLUMN model;
CREATE STATISTICS cars_new (ndistinct) ON make, year FROM cars;
