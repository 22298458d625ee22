CREATE TABLE guests (
    id    serial PRIMARY KEY,
    email text,
    note  text DEFAULT '-'
);
INSERT INTO guests (email, note) VALUES ('a@x.org', 'first'), ('b@x.org', NULL), ('a@x.org', 'twice'), ('c@x.org', '');
