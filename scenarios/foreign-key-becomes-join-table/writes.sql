INSERT INTO courses (title) VALUES ('Course 11');
INSERT INTO course_teachers VALUES (11, 1), (11, 2), (1, 2);
UPDATE courses SET title = 'Changed' WHERE id = 2;
DELETE FROM courses WHERE id = 3;
