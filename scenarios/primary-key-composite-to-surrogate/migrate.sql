-- One number is easier to link to than two columns.
ALTER TABLE exams DROP CONSTRAINT exams_enrolment_fk;
ALTER TABLE enrolments DROP CONSTRAINT enrolments_pk;
ALTER TABLE enrolments ADD COLUMN id serial PRIMARY KEY;
ALTER TABLE enrolments ADD CONSTRAINT enrolments_student_course_key UNIQUE (student, course);
ALTER TABLE exams ADD COLUMN enrolment_id integer;
UPDATE exams x SET enrolment_id = e.id FROM enrolments e WHERE e.student = x.student AND e.course = x.course;
ALTER TABLE exams ALTER COLUMN enrolment_id SET NOT NULL;
ALTER TABLE exams ADD CONSTRAINT exams_enrolment_fk FOREIGN KEY (enrolment_id) REFERENCES enrolments ON DELETE CASCADE;
