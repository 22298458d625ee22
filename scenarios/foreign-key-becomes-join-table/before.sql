CREATE TABLE teachers (id serial PRIMARY KEY, name text);
CREATE TABLE courses (id serial PRIMARY KEY, title text, teacher_id integer CONSTRAINT courses_teacher_fk REFERENCES teachers ON DELETE SET NULL);
CREATE INDEX courses_teacher_idx ON courses (teacher_id);
INSERT INTO teachers (name) SELECT 'Teacher ' || i FROM generate_series(1, 4) i;
INSERT INTO courses (title, teacher_id) SELECT 'Course ' || i, NULLIF(i % 5, 0) FROM generate_series(1, 10) i;
