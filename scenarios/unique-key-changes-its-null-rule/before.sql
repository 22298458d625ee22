CREATE TABLE badges (
    id     serial PRIMARY KEY,
    person text,
    badge  integer,
    CONSTRAINT badges_key UNIQUE NULLS NOT DISTINCT (person, badge) INCLUDE (id)
);
INSERT INTO badges (person, badge) VALUES ('ann', 1), ('ann', NULL), (NULL, NULL), ('bob', 2), ('cyd', 3);
