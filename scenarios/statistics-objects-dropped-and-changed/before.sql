CREATE TABLE cars (id serial PRIMARY KEY, make text, model text, year integer);
CREATE STATISTICS cars_dep (dependencies, ndistinct) ON make, model FROM cars;
CREATE STATISTICS cars_mcv (mcv) ON make, year FROM cars;
ALTER STATISTICS cars_mcv SET STATISTICS 1000;
CREATE STATISTICS cars_expr ON (lower(model)), (year / 10) FROM cars;
INSERT INTO cars (make, model, year) SELECT 'Make' || i % 3, 'Model' || i % 6, 2000 + i FROM generate_series(1, 12) i;
