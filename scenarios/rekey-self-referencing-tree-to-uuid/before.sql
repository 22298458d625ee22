CREATE TABLE folders (
    id        serial PRIMARY KEY,
    parent_id integer CONSTRAINT folders_parent_fk REFERENCES folders ON DELETE CASCADE,
    path      text NOT NULL UNIQUE
);
INSERT INTO folders (parent_id, path) SELECT NULLIF(i / 2, 0), '/' || i FROM generate_series(1, 9) i;
