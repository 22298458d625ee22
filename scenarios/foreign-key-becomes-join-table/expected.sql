INSERT INTO courses (title) VALUES ('Course 11');
UPDATE courses SET title = 'Changed' WHERE id = 2;
DELETE FROM courses WHERE id = 3;
