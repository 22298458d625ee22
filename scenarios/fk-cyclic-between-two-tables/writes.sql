INSERT INTO departments (id, name) VALUES (5, 'Dept 5');
INSERT INTO staff (id, name, dept_id) VALUES (13, 'Person 13', 5);
UPDATE departments SET head_id = 13 WHERE id = 5;
UPDATE staff SET name = 'Renamed' WHERE id = 1;
DELETE FROM staff WHERE id = 2;
