CREATE TABLE departments (
    id      integer PRIMARY KEY,
    name    text NOT NULL,
    floor   smallint,
    head_id integer
);
CREATE TABLE staff (
    id      integer PRIMARY KEY,
    room    varchar(5),
    name    text NOT NULL,
    dept_id integer NOT NULL CONSTRAINT staff_dept_fk REFERENCES departments DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO departments SELECT i, 'Dept ' || i, i, NULL FROM generate_series(1, 4) i;
INSERT INTO staff SELECT i, 'R' || i, 'Person ' || i, 1 + i % 4 FROM generate_series(1, 12) i;
UPDATE departments SET head_id = 4 - id + 8;
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE departments ADD CONSTRAINT departments_head_fk FOREIGN KEY (head_id) REFERENCES staff DEFERRABLE;
