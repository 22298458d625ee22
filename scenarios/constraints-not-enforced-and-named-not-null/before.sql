CREATE TABLE parents (id integer PRIMARY KEY);
CREATE TABLE kids (
    id        serial PRIMARY KEY,
    parent_id integer CONSTRAINT kids_parent_fk REFERENCES parents NOT ENFORCED,
    age       integer CONSTRAINT kids_age_check CHECK (age < 18) NOT ENFORCED,
    name      text CONSTRAINT kids_has_a_name NOT NULL,
    nick      text
);
INSERT INTO kids (parent_id, age, name) VALUES (99, 40, 'Old orphan'), (1, 5, 'Ann'), (NULL, NULL, 'Bob');
INSERT INTO kids (name) SELECT 'Kid ' || i FROM generate_series(4, 7) i;
ALTER TABLE kids ADD CONSTRAINT kids_has_a_nick NOT NULL nick NOT VALID;
INSERT INTO parents VALUES (1), (2);
