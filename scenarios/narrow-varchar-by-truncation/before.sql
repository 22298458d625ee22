CREATE TABLE notes (
    id   serial PRIMARY KEY,
    body varchar(200) NOT NULL DEFAULT '',
    tag  varchar(20)
);
INSERT INTO notes (body, tag) SELECT repeat('long text ' || i || ' ', i), 'tag' || i FROM generate_series(1, 12) i;
INSERT INTO notes (body, tag) VALUES ('ééééééééééééééééééééééééé', 'accents'), ('', NULL);
