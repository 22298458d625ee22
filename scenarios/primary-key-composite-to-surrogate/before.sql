CREATE TABLE enrolments (
    student integer NOT NULL,
    course  varchar(10) NOT NULL,
    grade   numeric(3,1),
    CONSTRAINT enrolments_pk PRIMARY KEY (student, course)
);
CREATE TABLE exams (
    student integer,
    course  varchar(10),
    no      integer,
    points  integer,
    PRIMARY KEY (student, course, no),
    CONSTRAINT exams_enrolment_fk FOREIGN KEY (student, course) REFERENCES enrolments ON DELETE CASCADE
);
INSERT INTO enrolments SELECT s, 'C' || c, s + c / 10.0 FROM generate_series(1, 3) s, generate_series(1, 4) c;
INSERT INTO exams SELECT student, course, n, n * 10 FROM enrolments, generate_series(1, 2) n WHERE student < 3;
