INSERT INTO enrolments (student, course, grade) VALUES (4, 'C1', NULL);
INSERT INTO exams VALUES (4, 'C1', 1, 99);
UPDATE enrolments SET grade = 6.0 WHERE student = 1 AND course = 'C1';
UPDATE exams SET points = 0 WHERE student = 2 AND course = 'C2' AND no = 2;
DELETE FROM enrolments WHERE student = 1 AND course = 'C3';
