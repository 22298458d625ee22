-- A course may have many teachers.
CREATE TABLE course_teachers (
    course_id  integer CONSTRAINT course_teachers_course_id_fkey REFERENCES courses ON DELETE CASCADE,
    teacher_id integer CONSTRAINT course_teachers_teacher_id_fkey REFERENCES teachers ON DELETE CASCADE,
    CONSTRAINT course_teachers_pkey PRIMARY KEY (course_id, teacher_id)
);
INSERT INTO course_teachers SELECT id, teacher_id FROM courses WHERE teacher_id IS NOT NULL;
ALTER TABLE courses DROP COLUMN teacher_id;
