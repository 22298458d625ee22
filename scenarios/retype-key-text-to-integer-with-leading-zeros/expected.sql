INSERT INTO branches VALUES ('6', 'Celle');
INSERT INTO desks VALUES ('6', 1), ('0020', 9);
UPDATE branches SET city = 'Neu-Ulm' WHERE no = '0020';
DELETE FROM desks WHERE branch_no = '3';
DELETE FROM branches WHERE no = '3';
