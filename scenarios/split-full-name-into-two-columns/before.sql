CREATE TABLE persons (
    id        serial PRIMARY KEY,
    full_name varchar(100),
    born      date
);
INSERT INTO persons (full_name, born) VALUES
    ('Ada Lovelace', '1815-12-10'), ('Plato', NULL), ('Juan Carlos de la Cruz', '1970-01-01'),
    ('  padded  name ', '1999-12-31'), ('', '2000-02-29'), (NULL, '1980-05-05'), ('李 小龙', '1940-11-27');
