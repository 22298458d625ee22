INSERT INTO employees (first_name, last_name, salary) VALUES ('Grace', 'Hopper', 4200);
UPDATE employees SET salary = salary + 100 WHERE id IN (1, 3);
UPDATE employees SET last_name = 'Newname' WHERE id = 13;
DELETE FROM employees WHERE id = 2;
