INSERT INTO countries (code, name) VALUES ('IT', 'Italia');
INSERT INTO towns VALUES ('Roma', 'IT');
UPDATE countries SET name = 'Germany' WHERE code = 'DE';
DELETE FROM towns WHERE name = 'Nowhere';
DELETE FROM countries WHERE code = 'X';
